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

  /** What two generators recorded of the same measurement as one, without any loss. */
  public Recording plus(Recording other) {
    FailureLog allFailures = new FailureLog();
    failures.forEach(allFailures::add);
    other.failures.forEach(allFailures::add);
    ErrorLog allErrors = new ErrorLog();
    errors.forEach(allErrors::add);
    other.errors.forEach(allErrors::add);
    return new Recording(
        aggregated.plus(other.aggregated),
        EndpointStatistics.sum(endpoints, other.endpoints),
        Seconds.together(seconds, other.seconds, Second::plus),
        allFailures.list(),
        allErrors.list(),
        reconnects + other.reconnects,
        awaited + other.awaited);
  }

  /** Arrivals that found no user to do them. */
  public long dropped() {
    return seconds.stream().mapToLong(Second::dropped).sum();
  }
}
