package tasktracker.load.recording;

import java.util.List;

/**
 * Everything that was recorded of the measurement.
 *
 * @param aggregated all endpoints together
 * @param endpoints every endpoint with requests, ordered by name
 * @param seconds one entry a second, without gaps
 * @param failures by endpoint and message
 * @param errors exceptions thrown by the scenario
 * @param reconnects keep-alive connections that the server had closed between two requests, and
 *     that were replaced before a request was sent
 * @param awaited requests that were in flight at the end of the measurement, and that count in it
 */
public record Recording(
    EndpointStatistics aggregated,
    List<EndpointStatistics> endpoints,
    List<Second> seconds,
    List<Failures> failures,
    List<ScenarioError> errors,
    long reconnects,
    long awaited) {

  /** Arrivals that found no user to do them. */
  public long dropped() {
    return seconds.stream().mapToLong(Second::dropped).sum();
  }
}
