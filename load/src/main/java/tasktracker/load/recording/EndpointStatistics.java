package tasktracker.load.recording;

import java.time.Duration;

/**
 * Figures of one endpoint over a span of time.
 *
 * @param requests all requests, failed ones included
 * @param failures failed requests
 * @param contentBytes sum of the sizes of all response bodies
 * @param latencies of all requests, failed ones included
 */
public record EndpointStatistics(
    Endpoint endpoint, long requests, long failures, long contentBytes, Latencies latencies) {

  /** Mean size of a response body in bytes, 0 without requests. */
  public double meanContentSize() {
    return requests == 0 ? 0 : (double) contentBytes / requests;
  }

  /** Share of failed requests from 0 to 1, 0 without requests. */
  public double errorRate() {
    return requests == 0 ? 0 : (double) failures / requests;
  }

  /** Requests per second over the given span. */
  public double requestsPerSecond(Duration span) {
    return requests * 1e9 / span.toNanos();
  }

  /** Failures per second over the given span. */
  public double failuresPerSecond(Duration span) {
    return failures * 1e9 / span.toNanos();
  }
}
