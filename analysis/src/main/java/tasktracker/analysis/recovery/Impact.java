package tasktracker.analysis.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What requests met in a span of time. Of a second that reaches out of the span, all requests
 * count.
 *
 * @param requests that ended
 * @param failed that failed
 * @param slow that succeeded, but later than the objective allows
 */
public record Impact(long requests, long failed, long slow) {

  /** Counts the seconds that overlap a span. */
  public static Impact within(List<LoadSecond> load, Instant from, Instant to) {
    List<LoadSecond> seconds =
        load.stream()
            .filter(second -> second.end().isAfter(from) && second.begin().isBefore(to))
            .toList();
    return new Impact(
        seconds.stream().mapToLong(LoadSecond::requests).sum(),
        seconds.stream().mapToLong(LoadSecond::failed).sum(),
        seconds.stream().mapToLong(LoadSecond::slow).sum());
  }

  /** Both together. */
  public Impact plus(Impact other) {
    return new Impact(requests + other.requests, failed + other.failed, slow + other.slow);
  }

  /** Share of requests that succeeded, from 0 to 1; empty without requests. */
  public OptionalDouble availability() {
    return share(requests - failed);
  }

  /** Share of requests that failed, from 0 to 1; empty without requests. */
  public OptionalDouble errorRate() {
    return share(failed);
  }

  private OptionalDouble share(long part) {
    return requests == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / requests);
  }

  /**
   * Goodput while the fault lasted in proportion to that before it, from the whole seconds within;
   * empty where the fault was shorter than one.
   */
  public static OptionalDouble retainedGoodput(
      List<LoadSecond> load, FaultWindow fault, Baseline normal) {
    return within(load, fault).mapToDouble(second -> second.goodput() / normal.goodput()).average();
  }

  /**
   * Median over the whole seconds within a fault of their 95th percentile, the upper one of two;
   * empty where the fault was shorter than a second, or nothing succeeded.
   */
  public static Optional<Duration> p95During(List<LoadSecond> load, FaultWindow fault) {
    List<Duration> p95 =
        within(load, fault).flatMap(second -> second.p95().stream()).sorted().toList();
    return p95.isEmpty() ? Optional.empty() : Optional.of(p95.get(p95.size() / 2));
  }

  private static Stream<LoadSecond> within(List<LoadSecond> load, FaultWindow fault) {
    return load.stream()
        .filter(second -> !second.begin().isBefore(fault.effective()))
        .filter(second -> !second.end().isAfter(fault.undone()));
  }
}
