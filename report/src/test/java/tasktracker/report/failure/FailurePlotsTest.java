package tasktracker.report.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tasktracker.report.Chart;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.failure.FailureResult;

class FailurePlotsTest {
  private static final List<String> NAMES =
      List.of(
          "error_rate_over_time.png",
          "latency_over_time.png",
          "throughput_over_time.png",
          "combined_failure_analysis.png",
          "recovery_analysis.png");

  /** Of a run in which no request was ever counted, there is nothing to draw but the axes. */
  private static final String WITHOUT_A_SECOND =
      """
      {"config": {}, "time_series": {"timestamps": [], "user_counts": [],
       "requests_per_second": [], "failures_per_second": [], "latency_p50": [],
       "latency_p95": [], "latency_p99": []}, "test_start_epoch": 1768684041.5,
       "test_end_epoch": 1768684131.5}
      """;

  /** As the original's script wrote it. */
  private static final String BY_ANOTHER_TOOL =
      """
      {"config": {"concurrency": 50}, "injection": {"target_service": "tasktracker_task_service",
       "failure_mode": "restart", "downtime_seconds": 10,
       "inject_start_ts": "2026-01-17T21:07:51.5", "inject_end_ts": "2026-01-17T21:07:53.5",
       "inject_start_epoch": 1768684071.5, "inject_end_epoch": 1768684073.5, "success": true},
       "stats": {"throughput_rps": 80.5, "total_requests": 2000, "total_failures": 10},
       "time_series": {"timestamps": [1768684041, 1768684042, 1768684043],
       "user_counts": [50, 50, 50], "requests_per_second": [80.0, 82.5, 40.0],
       "failures_per_second": [0, 0, 10.0], "latency_p50": [20, 21, 30],
       "latency_p95": [50, 51, 900], "latency_p99": [80, null, 1000]},
       "test_start_epoch": 1768684041.5, "test_end_epoch": 1768684131.5,
       "end_time": "2026-01-17T21:08:51.5"}
      """;

  @TempDir private Path folder;

  static List<FailureResult> results() {
    return List.of(
        SampleFailure.of("microservices", 30),
        SampleFailure.of("monolith", 10, 25, 40),
        SampleFailure.of("monolith"));
  }

  @ParameterizedTest
  @MethodSource("results")
  void drawsFivePlotsOfAnyRun(FailureResult result) throws IOException {
    new FailureFolder(folder.resolve("results")).write("", result, List.of());

    assertDrawn();
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void drawsFivePlotsOfFilesThatLackWhatTheyMay(String json) throws IOException {
    Files.createDirectories(folder.resolve("results"));
    Files.writeString(folder.resolve("results/failure_results.json"), json);

    assertDrawn();
  }

  static final List<String> FILES = List.of(WITHOUT_A_SECOND, BY_ANOTHER_TOOL);

  @Test
  void saysOfWhichRequestsLatenciesAre() throws IOException {
    Files.writeString(folder.resolve("failure_results.json"), BY_ANOTHER_TOOL);

    assertThat(labels(new FailureFolder(folder).read().values()))
        .containsExactly("Latency of all requests (ms)", "p95 latency of all requests (ms)");
    assertThat(labels(List.of(SampleFailure.of("monolith", 30))))
        .containsExactly(
            "Latency of successful requests (ms)", "p95 latency of successful requests (ms)");
  }

  private static List<String> labels(Collection<FailureResult> results) {
    Map<String, Chart> charts = new FailureCharts(results).all();
    return Stream.of("latency_over_time", "combined_failure_analysis")
        .flatMap(name -> charts.get(name).panels().stream())
        .map(Chart.Panel::label)
        .filter(label -> label.contains("atency"))
        .toList();
  }

  @Test
  void drawsAComparisonAndEachArchitecture() {
    FailureFolder results = new FailureFolder(folder.resolve("results"));
    results.write("monolith", SampleFailure.of("monolith", 30), List.of());
    results.write("microservices", SampleFailure.of("microservices", 30), List.of());

    List<Path> plots = FailurePlots.draw(results, folder.resolve("plots"));

    assertThat(plots).hasSize(15).allMatch(Files::exists);
    assertThat(Map.copyOf(results.read()).keySet()).containsOnly("monolith", "microservices");
  }

  private void assertDrawn() throws IOException {
    List<Path> plots =
        FailurePlots.draw(new FailureFolder(folder.resolve("results")), folder.resolve("plots"));

    assertThat(plots).extracting(plot -> plot.getFileName().toString()).isEqualTo(NAMES);
    for (Path plot : plots) {
      BufferedImage image = ImageIO.read(plot.toFile());
      assertThat(image.getWidth()).isEqualTo(1920);
      assertThat(image.getHeight()).isEqualTo(1080);
    }
  }
}
