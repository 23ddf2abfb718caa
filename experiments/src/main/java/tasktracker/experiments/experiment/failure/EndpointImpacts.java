package tasktracker.experiments.experiment.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.experiments.analysis.recovery.FaultWindow;
import tasktracker.experiments.analysis.recovery.Impact;
import tasktracker.experiments.analysis.recovery.LoadSecond;
import tasktracker.experiments.result.failure.EndpointCourse;
import tasktracker.experiments.result.failure.FailureResult;
import tasktracker.experiments.result.failure.InjectedFault;

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
   */
  record EndpointImpact(String name, Impact disturbed, Impact whole) {}

  List<EndpointImpact> list() {
    return result.endpoints().stream().map(this::impact).toList();
  }

  private EndpointImpact impact(EndpointCourse endpoint) {
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
        Impact.within(seconds, Instant.MIN, Instant.MAX));
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

  private List<LoadSecond> seconds(EndpointCourse endpoint) {
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
