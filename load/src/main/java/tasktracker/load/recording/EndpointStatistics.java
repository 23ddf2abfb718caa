package tasktracker.load.recording;

import java.time.Duration;

/**
 * Figures of one endpoint over a span of time.
 *
 * @param contentBytes sum of the sizes of all response bodies
 * @param successful latencies of the requests that succeeded
 * @param failed latencies of the requests that failed, until they did
 */
public record EndpointStatistics(
    Endpoint endpoint, long contentBytes, Latencies successful, Latencies failed) {

  /** No request at all. */
  public static EndpointStatistics none(Endpoint endpoint) {
    return new EndpointStatistics(endpoint, 0, Latencies.NONE, Latencies.NONE);
  }

  /** Latencies of all requests, failed ones included, as Locust reports them. */
  public Latencies latencies() {
    return successful.plus(failed);
  }

  /** All requests, failed ones included. */
  public long requests() {
    return successful.count() + failed.count();
  }

  /** Failed requests. */
  public long failures() {
    return failed.count();
  }

  /** Mean size of a response body in bytes, 0 without requests. */
  public double meanContentSize() {
    return requests() == 0 ? 0 : (double) contentBytes / requests();
  }

  /** Share of failed requests from 0 to 1, 0 without requests. */
  public double errorRate() {
    return requests() == 0 ? 0 : (double) failures() / requests();
  }

  /** Requests per second over the given span, failed ones included. */
  public double requestsPerSecond(Duration span) {
    return perSecond(requests(), span);
  }

  /** Failures per second over the given span. */
  public double failuresPerSecond(Duration span) {
    return perSecond(failures(), span);
  }

  /** These figures and others taken together, under the endpoint of these. */
  public EndpointStatistics plus(EndpointStatistics other) {
    return new EndpointStatistics(
        endpoint,
        contentBytes + other.contentBytes,
        successful.plus(other.successful),
        failed.plus(other.failed));
  }

  private static double perSecond(long count, Duration span) {
    return span.isZero() ? 0 : count * 1e9 / span.toNanos();
  }
}
