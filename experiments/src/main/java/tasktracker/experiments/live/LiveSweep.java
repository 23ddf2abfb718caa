package tasktracker.experiments.live;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.experiments.SweepListener;
import tasktracker.load.Progress;
import tasktracker.load.watch.Validity;
import tasktracker.report.verdict.RunFiguresReading;
import tasktracker.results.FailedRun;
import tasktracker.results.Resources;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;
import tasktracker.results.live.LiveEvent;
import tasktracker.results.live.LiveLog;

/** Passes on what happens to a sweep, and writes it into the live log. */
public final class LiveSweep implements SweepListener {
  private final LiveLog log;
  private final LiveSeconds seconds;
  private final SweepListener next;
  private boolean warming;

  /** A listener between a sweep and another one. */
  public LiveSweep(LiveLog log, SweepListener next) {
    this.log = log;
    this.seconds = new LiveSeconds(log);
    this.next = next;
  }

  /** The runs of a plan as the log has them. */
  public static List<LiveEvent.PlannedRun> planned(List<RunName> runs) {
    return runs.stream()
        .map(run ->
            new LiveEvent.PlannedRun(
                run.folder(), run.architecture(), run.concurrency(), run.repetition()))
        .toList();
  }

  @Override
  public void trainingStarted(String architecture) {
    next.trainingStarted(architecture);
    stage(architecture, "preparing its JVMs, once for this build", null);
  }

  @Override
  public void deploymentStarted(String architecture, List<Integer> levels) {
    next.deploymentStarted(architecture, levels);
    warming = false;
    stage(architecture, "starting", null);
  }

  @Override
  public void deployed(String architecture, Duration startUp) {
    next.deployed(architecture, startUp);
    stage(architecture, "up", "after %.1f s".formatted(startUp.toMillis() / 1e3));
  }

  @Override
  public void warming(String architecture, int users, Progress progress) {
    next.warming(architecture, users, progress);
    if (!warming) {
      warming = true;
      seconds.begin(null, architecture, users);
    }
    seconds.second(progress, List.of());
  }

  @Override
  public void warmedUp(String architecture, int users, WarmUp warmUp) {
    next.warmedUp(architecture, users, warmUp);
    stage(architecture, "warm", warmUp.text());
  }

  @Override
  public void dataKept(String architecture) {
    next.dataKept(architecture);
  }

  @Override
  public void runStarted(RunName run, int position, int total) {
    next.runStarted(run, position, total);
    seconds.begin(run.folder(), run.architecture(), run.concurrency());
    log.append(
        new LiveEvent.RunStarted(
            Instant.now(),
            run.folder(),
            run.architecture(),
            run.concurrency(),
            run.repetition(),
            position,
            total));
  }

  @Override
  public void progressed(RunName run, Progress progress, List<Resources.Sample> usage) {
    next.progressed(run, progress, usage);
    seconds.second(progress, usage);
  }

  @Override
  public void loadedElsewhere(RunName run, String generator, String phase, long left) {
    next.loadedElsewhere(run, generator, phase, left);
  }

  @Override
  public void measuredAgain(RunName run, String reason) {
    next.measuredAgain(run, reason);
    stage(run.architecture(), "measured again", reason);
  }

  @Override
  public void runEnded(RunName run, RunResult result) {
    next.runEnded(run, result);
    log.append(ended(run.folder(), run.repetition(), result));
  }

  /** A result as the log has it. */
  public static LiveEvent.RunEnded ended(String run, int repetition, RunResult result) {
    Map<String, Double> figures = new LinkedHashMap<>();
    Map<ComparedMetric, Double> known = RunFiguresReading.of(result, List.of());
    for (ComparedMetric metric : ComparedMetric.values()) {
      if (known.get(metric) != null) {
        figures.put(metric.key(), known.get(metric));
      }
    }
    return new LiveEvent.RunEnded(
        Instant.now(),
        run,
        result.architecture(),
        result.concurrency(),
        repetition,
        figures,
        result.addition("validity", Validity.class).orElse(null),
        result.addition("validity_reasons", String[].class).map(List::of).orElse(List.of()));
  }

  @Override
  public void runFailed(FailedRun failure) {
    next.runFailed(failure);
    log.append(
        new LiveEvent.RunFailed(
            Instant.now(),
            failure.folder(),
            failure.architecture(),
            failure.concurrency(),
            failure.reason()));
  }

  private void stage(String architecture, String stage, String detail) {
    log.append(new LiveEvent.Stage(Instant.now(), architecture, stage, detail));
  }
}
