package tasktracker.experiments.live;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.experiments.failure.FailureListener;
import tasktracker.experiments.failure.FailureSettings;
import tasktracker.load.Progress;
import tasktracker.load.watch.Validity;
import tasktracker.load.workload.LedgerReport;
import tasktracker.results.Resources;
import tasktracker.results.WarmUp;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.live.LiveEvent;
import tasktracker.results.live.LiveLog;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.Injection;

/** Passes on what happens to a failure experiment, and writes it into the live log. */
public final class LiveFailure implements FailureListener {
  private final LiveLog log;
  private final LiveSeconds seconds;
  private final Fault fault;
  private final int users;
  private final FailureListener next;
  private volatile String system = "";

  /** A listener between an experiment with this fault and another one. */
  public LiveFailure(LiveLog log, Fault fault, int users, FailureListener next) {
    this.log = log;
    this.seconds = new LiveSeconds(log);
    this.fault = fault;
    this.users = users;
    this.next = next;
  }

  /** The runs of an experiment as the log has them. */
  public static List<LiveEvent.PlannedRun> planned(FailureSettings settings) {
    return settings.architectures().stream()
        .map(architecture ->
            new LiveEvent.PlannedRun(
                run(settings.fault(), architecture), architecture, settings.concurrency(), 1))
        .toList();
  }

  /** Name of the run of an architecture; failure experiments have no repetitions. */
  public static String run(Fault fault, String architecture) {
    return fault.kind() + " " + architecture;
  }

  @Override
  public void trainingStarted(String architecture) {
    next.trainingStarted(architecture);
    stage(architecture, "preparing its JVMs, once for this build", null);
  }

  @Override
  public void runStarted(String architecture, String target) {
    next.runStarted(architecture, target);
    system = architecture;
    seconds.begin(run(fault, architecture), architecture, users);
    log.append(
        new LiveEvent.RunStarted(
            Instant.now(), run(fault, architecture), architecture, users, 1, null, null));
    stage(architecture, "starting", "to break " + target);
  }

  @Override
  public void deployed(String architecture, Duration startUp) {
    next.deployed(architecture, startUp);
    stage(architecture, "up", "after %.1f s".formatted(startUp.toMillis() / 1e3));
  }

  @Override
  public void warmedUp(WarmUp warmUp) {
    next.warmedUp(warmUp);
    stage(system, "warm", warmUp.text());
  }

  @Override
  public void progressed(Progress progress, List<Resources.Sample> usage) {
    next.progressed(progress, usage);
    seconds.second(progress, usage);
  }

  @Override
  public void effective(List<String> instances, Instant at) {
    next.effective(instances, at);
    String what = fault.sentence(String.join(", ", instances));
    seconds.broken(what);
    log.append(new LiveEvent.FaultBegan(at, system, what, instances));
  }

  @Override
  public void undone(Instant at) {
    next.undone(at);
    seconds.broken(null);
    log.append(new LiveEvent.FaultUndone(at, system));
  }

  @Override
  public void injected(Injection injection) {
    next.injected(injection);
    stage(
        system,
        injection.ready().isPresent() ? "healthy again" : "not healthy again",
        injection.ready().isPresent() && injection.effective().isPresent()
            ? "%.1f s after the fault began"
                .formatted(
                    Duration.between(injection.effective().get(), injection.ready().get())
                            .toMillis()
                        / 1e3)
            : injection.effect().text());
  }

  @Override
  public void auditing(int accounts) {
    next.auditing(accounts);
    stage(system, "reading accounts back", accounts + " accounts");
  }

  @Override
  public void audited(LedgerReport report) {
    next.audited(report);
    stage(
        system,
        "accounts read back",
        "%d differences, %d unread".formatted(report.findings().size(), report.unread().size()));
  }

  @Override
  public void runEnded(String architecture, FailureResult result) {
    next.runEnded(architecture, result);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(ComparedMetric.THROUGHPUT.key(), result.stats().throughput());
    figures.put(ComparedMetric.ERROR_RATE.key(), result.stats().errorRate());
    figures.values().removeIf(Objects::isNull);
    log.append(
        new LiveEvent.RunEnded(
            Instant.now(),
            run(fault, architecture),
            architecture,
            users,
            1,
            figures,
            result.doubts().isEmpty() ? Validity.VALID : Validity.INVALID,
            result.doubts()));
  }

  private void stage(String architecture, String stage, String detail) {
    log.append(new LiveEvent.Stage(Instant.now(), architecture, stage, detail));
  }
}
