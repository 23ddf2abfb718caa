package tasktracker.experiments.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tasktracker.analysis.recovery.BadRequest;
import tasktracker.analysis.recovery.Baseline;
import tasktracker.analysis.recovery.FaultWindow;
import tasktracker.analysis.recovery.Impact;
import tasktracker.analysis.recovery.LoadSecond;
import tasktracker.analysis.recovery.Objective;
import tasktracker.analysis.recovery.Recovery;
import tasktracker.experiments.LoadFigures;
import tasktracker.experiments.failure.FailureRun.Observed;
import tasktracker.load.watch.Validity;
import tasktracker.results.JsonFile;
import tasktracker.results.LatencyFigures;
import tasktracker.results.Numbers;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.failure.InjectedFault;
import tasktracker.results.failure.LedgerResult;
import tasktracker.results.failure.ServiceLevel;
import tasktracker.stack.fault.Injection;

/** Turns what a run gave into what its results file holds. */
final class ResultOfRun {
  private final FailureSettings settings;
  private final Observed observed;
  private final Objective objective;
  private final List<LoadSecond> seconds;
  private final List<BadRequest> bad;

  private ResultOfRun(FailureSettings settings, Observed observed) {
    this.settings = settings;
    this.observed = observed;
    this.objective = settings.objective();
    this.seconds = TimeSeriesBuilder.seconds(observed.load().recording(), objective);
    this.bad =
        observed.bad().stream()
            .filter(moment -> !moment.at().isBefore(observed.load().start()))
            .map(moment -> new BadRequest(moment.at(), moment.failed()))
            .toList();
  }

  static FailureResult of(
      FailureSettings settings, String command, String architecture, Observed observed) {
    return new ResultOfRun(settings, observed).result(command, architecture);
  }

  private FailureResult result(String command, String architecture) {
    List<InjectedFault> injected = new ArrayList<>();
    for (int i = 0; i < observed.injections().size(); i++) {
      injected.add(injected(i));
    }
    var recording = observed.load().recording();
    return new FailureResult(
        JsonFile.toTree(settings),
        injected.isEmpty() ? null : injected.getFirst(),
        LoadFigures.of(observed.load()),
        TimeSeriesBuilder.of(recording, objective),
        observed.resources().orElse(null),
        Numbers.epoch(observed.begin()),
        Numbers.epoch(observed.load().end()),
        Instant.now(),
        command,
        architecture,
        observed.load().plan().model().toString(),
        injected,
        baseline().orElse(null),
        serviceLevel(injected),
        TimeSeriesBuilder.endpoints(observed.beside().recording(), objective),
        ErrorCounts.of(recording.failures()),
        observed.ledger().map(LedgerResult::of).orElse(null),
        observed.warmUp().orElse(null),
        doubts(),
        observed.load().stopped());
  }

  private InjectedFault injected(int number) {
    Injection injection = observed.injections().get(number);
    Optional<FaultWindow> window = window(injection);
    return new InjectedFault(
        injection.target().member(),
        injection.fault().kind().toString(),
        injection.fault().kind().takesDown(),
        injection.fault().duration(),
        injection.fault().sentence(String.join(", ", injection.instances())),
        injection.effective().orElse(null),
        injection.undone().orElse(null),
        injection.effective().map(Numbers::epoch).orElse(null),
        injection.undone().map(Numbers::epoch).orElse(null),
        injection.verified(),
        injection.requested(),
        injection.ready().orElse(null),
        injection.instances(),
        injection.effect().text(),
        injection.undoing().text(),
        window.map(fault -> Recovery.of(seconds, bad, fault, until(number))).orElse(null));
  }

  private static Optional<FaultWindow> window(Injection injection) {
    return injection
        .effective()
        .flatMap(effective ->
            injection
                .undone()
                .map(undone ->
                    new FaultWindow(injection.requested(), effective, undone, injection.ready())));
  }

  /** The next fault ends the observation of this one. */
  private Instant until(int number) {
    return number + 1 < observed.injections().size()
        ? observed.injections().get(number + 1).requested()
        : observed.load().end();
  }

  private Optional<Baseline> baseline() {
    return observed.injections().stream()
        .findFirst()
        .flatMap(first -> Baseline.before(first.requested(), seconds));
  }

  private ServiceLevel serviceLevel(List<InjectedFault> injected) {
    Impact all = Impact.within(seconds, observed.load().start(), observed.load().end());
    Impact disturbed = new Impact(0, 0, 0);
    List<Double> retained = new ArrayList<>();
    Optional<Duration> p95 = Optional.empty();
    for (int i = 0; i < injected.size(); i++) {
      Optional<FaultWindow> window = window(observed.injections().get(i));
      if (window.isPresent()) {
        FaultWindow fault = window.get();
        Instant end = injected.get(i).recovery().disturbedUntil(fault, until(i));
        disturbed = disturbed.plus(Impact.within(seconds, fault.effective(), end));
        baseline()
            .map(normal -> Impact.retainedGoodput(seconds, fault, normal))
            .ifPresent(share -> share.ifPresent(retained::add));
        p95 =
            Stream.concat(p95.stream(), Impact.p95During(seconds, fault).stream())
                .max(Comparator.naturalOrder());
      }
    }
    return new ServiceLevel(
        objective.toString(),
        percent(all.availability()),
        all.failed(),
        all.slow(),
        percent(disturbed.errorRate()),
        percent(retained.stream().mapToDouble(Double::doubleValue).average()),
        LatencyFigures.millis(p95),
        baseline()
            .map(normal -> 100 * objective.budgetUsed(all, normal.requestRate()))
            .orElse(null));
  }

  private List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    if (observed.load().validity().verdict() == Validity.INVALID) {
      doubts.addAll(observed.load().validity().reasons());
    }
    for (Injection injection : observed.injections()) {
      if (!injection.effect().holds()) {
        doubts.add("the fault did not take effect: " + injection.effect().text());
      } else if (!injection.undoing().holds()) {
        doubts.add("the fault was not undone: " + injection.undoing().text());
      }
    }
    int missing = settings.injections() - observed.injections().size();
    if (missing > 0) {
      doubts.add(
          "%d of %d faults were not carried out before the load ended"
              .formatted(missing, settings.injections()));
    }
    if (!observed.injections().isEmpty() && baseline().isEmpty()) {
      doubts.add("too little was seen before the fault to say what was normal");
    }
    return doubts;
  }

  private static Double percent(OptionalDouble share) {
    return share.isPresent() ? 100 * share.getAsDouble() : null;
  }
}
