package tasktracker.experiments.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import tasktracker.analysis.seconds.LatencyTable;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.experiments.SweepPlan;
import tasktracker.experiments.SweepSettings;
import tasktracker.report.verdict.FolderAnalysis;
import tasktracker.results.Efficiency;
import tasktracker.results.JsonFile;
import tasktracker.results.LatencyFigures;
import tasktracker.results.LatencyLogReader;
import tasktracker.results.Resources;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunFigures;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/** A results folder of a sweep of two architectures at two levels, with raw data that fit. */
public final class SampleEvidence {
  static final int SECONDS = 4;

  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final int REQUESTS = 200;

  private static final String CONFIG =
      """
      {
        "architectures": ["monolith", "modular"],
        "architecture_files": {},
        "concurrency_levels": [10, 50],
        "duration_seconds": 4,
        "warmup_seconds": 1,
        "spawn_rate": 100.0,
        "think_time": "50ms-150ms",
        "scenario": "tasktracker",
        "working_set": 20,
        "sample_interval": 1,
        "seed": 1,
        "runtime": "embedded",
        "replicas": 1,
        "isolate": "auto",
        "repeats": 3,
        "until_sure": false,
        "precision": 0.05,
        "confirm": 0,
        "fresh_deployment": "repetition",
        "load_model": "closed, think time 50ms-150ms",
        "environment": {"cpu_model": "Sample", "cpus": 2, "git_commit": "0123456789ab"},
        "arguments": ["sweep", "--header=Authorization: ***", "http://***@localhost:1/"],
        "start_time": "2026-11-24T09:59:00Z",
        "end_time": "2026-11-24T11:00:00Z",
        "total_runs": 12
      }
      """;

  private SampleEvidence() {}

  /** Makes it below a folder. */
  public static ResultsFolder in(Path parent) throws IOException {
    ResultsFolder folder = ResultsFolder.createAt(parent.resolve("sweep"));
    Files.writeString(folder.path().resolve("config.json"), CONFIG);
    SweepSettings settings =
        JsonFile.read(folder.path().resolve("config.json"), SweepSettings.class);
    Random random = new Random(1);
    for (RunName run : SweepPlan.of(settings)) {
      Instant start = START.plusSeconds(60L * run.index());
      Path log = folder.runDirectory(run).resolve("latency.hlog");
      writeLog(log, start, run, random);
      folder.add(run, result(run, start, log, random));
    }
    analyse(folder);
    folder.writeAllResults(folder.read());
    return folder;
  }

  static void analyse(ResultsFolder folder) {
    folder.writeAnalysis(
        FolderAnalysis.of(
            folder.path(), folder.read(), AnalysisSettings.DEFAULTS.withObjective("p95<200ms")));
  }

  private static void writeLog(Path log, Instant start, RunName run, Random random)
      throws IOException {
    double factor = run.architecture().equals("modular") ? 2 : 1;
    try (PrintStream out = new PrintStream(Files.newOutputStream(log), false, UTF_8)) {
      HistogramLogWriter writer = new HistogramLogWriter(out);
      writer.outputLogFormatVersion();
      writer.outputStartTime(start.toEpochMilli());
      writer.outputLegend();
      for (int second = 0; second < SECONDS; second++) {
        Histogram histogram = new Histogram(3);
        for (int request = 0; request < REQUESTS; request++) {
          histogram.recordValue(Math.round(factor * 5000 * Math.exp(0.5 * random.nextGaussian())));
        }
        histogram.setTag("GET%20/");
        double from = start.getEpochSecond() + second;
        writer.outputIntervalHistogram(from, from + 1, histogram, 1000);
      }
    }
  }

  private static RunResult result(RunName run, Instant start, Path log, Random random) {
    LatencyTable.Sum latencies =
        LatencyTable.together(
            LatencyLogReader.read(log, SECONDS, _ -> {}).stream()
                .map(LatencyLogReader.LoggedSecond::latencies)
                .toList());
    RunFigures figures =
        RunFigures.of(
            latencies.total(),
            0,
            SECONDS,
            new LatencyFigures(
                latencies.percentileMs(50),
                latencies.percentileMs(95),
                latencies.percentileMs(99),
                latencies.meanMs(),
                1.0,
                latencies.percentileMs(100)));
    Resources resources = resources(run, start, random);
    return new RunResult(
        run.architecture(),
        run.concurrency(),
        Duration.ofSeconds(SECONDS),
        Duration.ofSeconds(1),
        100.0,
        figures,
        start,
        start.plusSeconds(SECONDS),
        run.folder() + "/stats_stats.csv",
        run.folder() + "/stats_stats_history.csv",
        resources,
        Efficiency.of(figures.throughput(), resources.totals()),
        Map.of(
            "repetition",
            run.repetition(),
            "validity",
            "VALID",
            "goodput_rps",
            figures.throughput(),
            "steady_state",
            "too short to judge",
            "still_warming_up",
            false));
  }

  private static Resources resources(RunName run, Instant start, Random random) {
    String name = "tasktracker_" + run.architecture();
    List<Resources.Sample> samples = new ArrayList<>();
    double cpu = 0;
    for (int second = 1; second <= SECONDS; second++) {
      double percent = 20 + random.nextInt(5);
      cpu += percent / SECONDS;
      samples.add(
          new Resources.Sample(
              start.plusSeconds(second), name, percent, 100_000_000L, null, null, null, null));
    }
    return Resources.of(
        Map.of(
            name,
            new Resources.Container(
                name, samples, new Resources.Summary(cpu, 25.0, 100_000_000.0, 100_000_000.0))));
  }
}
