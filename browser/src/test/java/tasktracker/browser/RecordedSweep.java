package tasktracker.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.results.Efficiency;
import tasktracker.results.LatencyFigures;
import tasktracker.results.Resources;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunFigures;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/**
 * A small sweep of invented figures: two architectures that cross, three levels, three runs each.
 */
final class RecordedSweep {

  static final String HOSTILE = "</script><img src=x onerror='window.harmed = true'>";

  private static final Instant START = Instant.parse("2026-11-24T10:15:00Z");
  private static final double[] NOISE = {0.995, 1, 1.0075};

  private final ResultsFolder folder;
  private int next;

  private RecordedSweep(Path parent) {
    folder = ResultsFolder.create(parent, "sweep", LocalDateTime.of(2026, 11, 24, 10, 15));
  }

  static SweepFindings in(Path parent) {
    RecordedSweep sweep = new RecordedSweep(parent);
    sweep.folder.writeConfig(
        Map.of(
            "architectures", List.of("monolith", "microservices"),
            "load_model", "closed, think time 50ms-150ms",
            "environment", Map.of("cpu_model", HOSTILE, "cpus", 4)));
    for (double noise : NOISE) {
      sweep.run("monolith", 10, 3 * noise, "VALID");
      sweep.run("microservices", 10, 5 / noise, "VALID");
      sweep.run("monolith", 50, 6 / noise, "VALID");
      sweep.run("microservices", 50, 7.5 * noise, "VALID");
      sweep.run("monolith", 200, 24 * noise, "VALID");
      sweep.run("microservices", 200, 15 / noise, "VALID");
    }
    sweep.run("monolith", 200, 400, "INVALID");
    return SweepFindings.of(sweep.folder);
  }

  private void run(String architecture, int users, double p95, String validity) {
    RunName name = new RunName(next++, architecture, users);
    RunFigures figures =
        RunFigures.of(
            600L * users, 0, 60, new LatencyFigures(p95 / 3, p95, 2 * p95, p95 / 2, 1.0, 3 * p95));
    Resources resources =
        Resources.of(
            Map.of(
                "tasktracker_app",
                new Resources.Container(
                    "tasktracker_app",
                    null,
                    new Resources.Summary(0.8 * users, 1.0 * users, 3e8, 4e8))));
    folder.add(
        name,
        new RunResult(
            architecture,
            users,
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            10.0,
            figures,
            START,
            START.plusSeconds(60),
            name.folder() + "/stats_stats.csv",
            name.folder() + "/stats_stats_history.csv",
            resources,
            Efficiency.of(figures.throughput(), resources.totals()),
            Map.of(
                "validity",
                validity,
                "validity_reasons",
                validity.equals("VALID") ? List.of() : List.of(HOSTILE))));
  }
}
