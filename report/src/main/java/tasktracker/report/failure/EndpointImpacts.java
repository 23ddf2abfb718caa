package tasktracker.report.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tasktracker.analysis.recovery.Baseline;
import tasktracker.analysis.recovery.FaultWindow;
import tasktracker.analysis.recovery.Impact;
import tasktracker.analysis.recovery.LoadSecond;
import tasktracker.results.failure.EndpointSeries;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.failure.InjectedFault;

/** What each endpoint met while faults disturbed, and in the rest of the load. */
final class EndpointImpacts {
  private final FailureResult result;

  EndpointImpacts(FailureResult result) {
    this.result = result;
  }

  /**
   * One endpoint.
   *
   * @param name method and name
   * @param disturbed from each fault until the users had recovered from it
   * @param whole the whole load
   * @param before typical median latency in ms of successful requests just before the first fault:
   *     the median of those of the seconds
   * @param during the same of the whole seconds within faults
   */
  record EndpointImpact(
      String name,
      Impact disturbed,
      Impact whole,
      Optional<Double> before,
      Optional<Double> during) {

    /** Whether a request failed or missed the objective while a fault disturbed. */
    boolean isAffected() {
      return disturbed.failed() + disturbed.slow() > 0;
    }
  }

  List<EndpointImpact> list() {
    return result.endpoints().stream().map(this::impact).toList();
  }

  private EndpointImpact impact(EndpointSeries endpoint) {
    List<LoadSecond> seconds = seconds(endpoint);
    Impact disturbed = new Impact(0, 0, 0);
    for (int i = 0; i < result.injections().size(); i++) {
      InjectedFault fault = result.injections().get(i);
      if (fault.recovery() != null) {
        Instant end = fault.recovery().disturbedUntil(window(fault), until(i));
        disturbed = disturbed.plus(Impact.within(seconds, fault.start(), end));
      }
    }
    return new EndpointImpact(
        endpoint.method() + " " + endpoint.name(),
        disturbed,
        Impact.within(seconds, Instant.MIN, Instant.MAX),
        before(endpoint),
        during(endpoint));
  }

  private Optional<Double> before(EndpointSeries endpoint) {
    if (result.injections().isEmpty() || result.injections().getFirst().requested() == null) {
      return Optional.empty();
    }
    Instant fault = result.injections().getFirst().requested();
    List<Double> earlier = medians(endpoint, second -> !second.plusSeconds(1).isAfter(fault));
    return median(earlier.subList(Math.max(0, earlier.size() - Baseline.LONGEST), earlier.size()));
  }

  private Optional<Double> during(EndpointSeries endpoint) {
    return median(
        medians(
            endpoint,
            second ->
                result.injections().stream()
                    .filter(fault -> fault.start() != null && fault.end() != null)
                    .anyMatch(fault ->
                        !second.isBefore(fault.start())
                            && !second.plusSeconds(1).isAfter(fault.end()))));
  }

  /** Medians of the seconds that begin at such moments, where something succeeded in them. */
  private List<Double> medians(EndpointSeries endpoint, Predicate<Instant> begin) {
    return endpoint.successLatencyP50() == null
        ? List.of()
        : IntStream.range(0, endpoint.successLatencyP50().size())
            .filter(i -> begin.test(at(result.timeSeries().timestamps().get(i))))
            .mapToObj(i -> endpoint.successLatencyP50().get(i))
            .filter(Objects::nonNull)
            .toList();
  }

  private static Optional<Double> median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst();
  }

  private static FaultWindow window(InjectedFault fault) {
    return new FaultWindow(
        fault.requested(), fault.start(), fault.end(), Optional.ofNullable(fault.ready()));
  }

  private Instant until(int number) {
    return number + 1 < result.injections().size()
        ? result.injections().get(number + 1).requested()
        : at(result.testEndEpoch());
  }

  private List<LoadSecond> seconds(EndpointSeries endpoint) {
    List<LoadSecond> seconds = new ArrayList<>();
    for (int i = 0; i < endpoint.requests().size(); i++) {
      long failed = endpoint.failures().get(i);
      seconds.add(
          new LoadSecond(
              at(result.timeSeries().timestamps().get(i)),
              Duration.ofSeconds(1),
              endpoint.requests().get(i) - failed,
              failed,
              endpoint.slow().get(i),
              Optional.empty()));
    }
    return seconds;
  }

  private static Instant at(double epoch) {
    return Instant.EPOCH.plusNanos(Math.round(epoch * 1e9));
  }
}
