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
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.analysis.seconds.RunSecond;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.analysis.verdict.ServiceLevelObjective.Bound;
import tasktracker.results.LatencyFigures;
import tasktracker.results.RunFigures;
import tasktracker.results.RunResult;

/** Twenty seconds of two endpoints, of which one is slow and failing in a single second. */
class BoundReadingTest {
  private static final int SECONDS = 20;
  private static final int BAD = 13;
  private static final int REQUESTS = 200;

  @TempDir private Path folder;

  @Test
  void judgesEndpointsAndWindowsByWhatTheLogSays() throws IOException {
    String all = "p50<1s every 10s; p95<1s every 10s; p95<1s every 1s";
    String one = "/pay: p95<1s; GET /pay: p95<1s every 1s; /pay: error_rate<1% every 1s";
    String other = "/list: p95<1s every 1s; /none: p95<1s; p99<1s every 1s";

    List<Double> figures = figures(String.join("; ", all, one, other));

    // In its second, half of all requests take 900 ms: 5 % of ten seconds, 50 % of one.
    assertThat(figures)
        .usingComparatorForType(
            (a, b) -> Math.abs(a - b) < 0.01 * b ? 0 : Double.compare(a, b), Double.class)
        .containsExactly(10.0, 10.0, 900.0, 10.0, 900.0, 30.0, 10.0, null, null);
  }

  @Test
  void saysNothingWithoutALog() {
    assertThat(BoundReading.of(run("absent"), folder, objective("/pay: p95<1s"), List.of()))
        .isEmpty();
  }

  private List<Double> figures(String objective) throws IOException {
    Files.createDirectories(folder.resolve("run"));
    write(folder.resolve("run/latency.hlog"));
    RunResult run = run("run");
    List<RunSecond> seconds = SecondsReading.of(run, folder, _ -> {});
    assertThat(seconds).hasSize(SECONDS);
    Map<Bound, Double> figures = BoundReading.of(run, folder, objective(objective), seconds);
    return objective(objective).bounds().stream().map(figures::get).toList();
  }

  private static ServiceLevelObjective objective(String text) {
    return ServiceLevelObjective.parse(text);
  }

  private static void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      HistogramLogWriter log = new HistogramLogWriter(out);
      log.outputLogFormatVersion();
      log.outputStartTime(0);
      log.outputLegend();
      for (int second = 0; second < SECONDS; second++) {
        boolean bad = second == BAD;
        write(log, second, "GET%20/list", 10, REQUESTS);
        write(log, second, "GET%20/pay", bad ? 900 : 10, bad ? 140 : REQUESTS);
        if (bad) {
          write(log, second, "GET%20/pay#failed", 900, 60);
        }
      }
      log.close();
    }
  }

  private static void write(
      HistogramLogWriter log, int second, String tag, long millis, int requests) {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(millis * 1000, requests);
    histogram.setTag(tag);
    log.outputIntervalHistogram(second, second + 1.0, histogram, 1000);
  }

  private static RunResult run(String name) {
    return new RunResult(
        "monolith",
        10,
        Duration.ofSeconds(SECONDS),
        Duration.ZERO,
        1.0,
        RunFigures.of(
            2L * SECONDS * REQUESTS, 60, SECONDS, new LatencyFigures(1.0, 2.0, 3.0, 1.0, 1.0, 3.0)),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(SECONDS),
        name + "/stats_stats.csv",
        null,
        null,
        null,
        Map.of());
  }
}
