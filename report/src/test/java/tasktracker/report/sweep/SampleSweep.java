package tasktracker.report.sweep;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import tasktracker.results.Efficiency;
import tasktracker.results.FailedRun;
import tasktracker.results.LatencyFigures;
import tasktracker.results.Resources;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunFigures;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/** Writes sweeps of invented figures. */
final class SampleSweep {

  private static final Instant START = Instant.parse("2026-01-17T21:07:25Z");

  private final ResultsFolder folder;
  private int next;

  SampleSweep(Path parent) {
    folder = ResultsFolder.create(parent, "sweep", LocalDateTime.of(2026, 1, 17, 21, 7, 25));
  }

  /** Adds a run at 10 requests/s and user, with p50 = p95 / 3 and p99 = 2 p95. */
  SampleSweep run(String architecture, int users, double p95) {
    LatencyFigures latency = new LatencyFigures(p95 / 3, p95, 2 * p95, p95 / 2, 1.0, 3 * p95);
    return add(architecture, users, RunFigures.of(600L * users, 0, 60, latency));
  }

  /** Adds a run that no claim may rest on. */
  SampleSweep invalidRun(String architecture, int users, double p95, String reason) {
    LatencyFigures latency = new LatencyFigures(p95 / 3, p95, 2 * p95, p95 / 2, 1.0, 3 * p95);
    return add(
        architecture,
        users,
        RunFigures.of(600L * users, 0, 60, latency),
        Map.of("validity", "INVALID", "validity_reasons", List.of(reason)));
  }

  /** Adds a run in which nothing answered. */
  SampleSweep runWithoutRequests(String architecture, int users) {
    return add(architecture, users, RunFigures.of(0, 0, 60, LatencyFigures.NONE));
  }

  SampleSweep failure(String architecture, int users, String reason) {
    folder.add(FailedRun.of(new RunName(next++, architecture, users), reason, START));
    return this;
  }

  private SampleSweep add(String architecture, int users, RunFigures figures) {
    return add(architecture, users, figures, Map.of());
  }

  private SampleSweep add(
      String architecture, int users, RunFigures figures, Map<String, Object> additions) {
    var run = new RunName(next++, architecture, users);
    var usage = new Resources.Summary(0.8 * users, 1.0 * users, 3e8 + 1e5 * users, 4e8);
    var resources =
        Resources.of(
            Map.of("tasktracker_app", new Resources.Container("tasktracker_app", null, usage)));
    folder.add(
        run,
        new RunResult(
            architecture,
            users,
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            10.0,
            figures,
            START,
            START.plusSeconds(60),
            run.folder() + "/stats_stats.csv",
            run.folder() + "/stats_stats_history.csv",
            resources,
            Efficiency.of(figures.throughput(), resources.totals()),
            additions));
    return this;
  }

  ResultsFolder folder() {
    return folder;
  }
}
