package tasktracker.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.results.JsonFile;
import tasktracker.results.LatencyFigures;
import tasktracker.results.RecordedRuns;
import tasktracker.results.RunFigures;
import tasktracker.results.RunResult;

/** Runs of before they said themselves whether their system was warm. */
class SweepReadingTest {
  private static final int SECONDS = 24;
  private static final int REQUESTS = 200;

  @TempDir private Path folder;

  @Test
  void looksIntoTheOnlyRunOfALevelThatIsNotLeftOut() throws IOException {
    writeLog("run_000", second -> 60 - 2 * second);
    writeLog("run_001", _ -> 10);
    RecordedRuns recorded =
        new RecordedRuns(
            JsonFile.toTree(Map.of()),
            List.of(run("run_000"), run("run_001")),
            List.of(),
            List.of());

    List<AnalysedRun> runs =
        new SweepReading(folder, recorded, AnalysisSettings.DEFAULTS).sweep().runs();

    assertThat(runs).extracting(run -> run.assessment().excluded()).containsExactly(true, false);
    assertThat(runs.getLast().resampled()).containsKey(ComparedMetric.P95);
  }

  private void writeLog(String run, IntToLongFunction millis) throws IOException {
    Path file = Files.createDirectories(folder.resolve(run)).resolve("latency.hlog");
    try (OutputStream out = Files.newOutputStream(file)) {
      HistogramLogWriter log = new HistogramLogWriter(out);
      log.outputLogFormatVersion();
      log.outputStartTime(0);
      log.outputLegend();
      for (int second = 0; second < SECONDS; second++) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(millis.applyAsLong(second) * 1000, REQUESTS);
        histogram.setTag("GET%20/list");
        log.outputIntervalHistogram(second, second + 1.0, histogram, 1000);
      }
      log.close();
    }
  }

  private static RunResult run(String name) {
    return new RunResult(
        "monolith",
        10,
        Duration.ofSeconds(SECONDS),
        Duration.ZERO,
        1.0,
        RunFigures.of(
            (long) SECONDS * REQUESTS,
            0,
            SECONDS,
            new LatencyFigures(1.0, 2.0, 3.0, 1.0, 1.0, 3.0)),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(SECONDS),
        name + "/stats_stats.csv",
        null,
        null,
        null,
        Map.of());
  }
}
