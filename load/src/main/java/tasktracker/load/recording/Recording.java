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

  /** What is known of a measurement of which the seconds alone arrived. */
  public static Recording of(List<Second> seconds) {
    List<EndpointStatistics> endpoints =
        seconds.stream().map(Second::endpoints).reduce(List.of(), EndpointStatistics::sum);
    return new Recording(
        EndpointStatistics.aggregated(endpoints),
        endpoints,
        List.copyOf(seconds),
        List.of(),
        List.of(),
        0,
        0);
  }

  /** What two generators recorded of the same measurement as one, without any loss. */
  public Recording plus(Recording other) {
    return new Recording(
        aggregated.plus(other.aggregated),
        EndpointStatistics.sum(endpoints, other.endpoints),
        MergedSeconds.together(seconds, other.seconds, Second::plus),
        failuresOfBoth(other),
        errorsOfBoth(other),
        reconnects + other.reconnects,
        awaited + other.awaited);
  }

  /**
   * This recording with the endpoints of another one of the same seconds beside its own. Every
   * total, and the figures of the seconds as a whole, are still those of this one.
   */
  public Recording beside(Recording other) {
    List<Second> both =
        MergedSeconds.together(
            seconds,
            other.seconds.subList(0, Math.min(seconds.size(), other.seconds.size())),
            Second::beside);
    return new Recording(
        aggregated,
        EndpointStatistics.sum(endpoints, other.endpoints),
        both,
        failuresOfBoth(other),
        errorsOfBoth(other),
        reconnects,
        awaited);
  }

  /** This recording with other seconds. */
  public Recording withSeconds(List<Second> others) {
    return new Recording(
        aggregated, endpoints, List.copyOf(others), failures, errors, reconnects, awaited);
  }

  /** Arrivals that found no user to do them. */
  public long dropped() {
    return seconds.stream().mapToLong(Second::dropped).sum();
  }

  private List<Failures> failuresOfBoth(Recording other) {
    FailureLog both = new FailureLog();
    failures.forEach(both::add);
    other.failures.forEach(both::add);
    return both.list();
  }

  private List<ScenarioError> errorsOfBoth(Recording other) {
    ErrorLog both = new ErrorLog();
    errors.forEach(both::add);
    other.errors.forEach(both::add);
    return both.list();
  }
}
