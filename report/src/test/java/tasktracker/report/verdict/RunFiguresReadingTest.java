package tasktracker.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.seconds.RunSecond;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.results.Efficiency;
import tasktracker.results.LatencyFigures;
import tasktracker.results.Resources;
import tasktracker.results.RunFigures;
import tasktracker.results.RunResult;

class RunFiguresReadingTest {
  private static final LatencyFigures ALL = new LatencyFigures(1.0, 2.0, 3.0, 1.0, 1.0, 3.0);

  @Test
  void latenciesAreThoseOfAllRequestsWhereHardlyAnyFailed() {
    assertThat(RunFiguresReading.of(run(10, Map.of("successful_latency_p95_ms", 40)), List.of()))
        .containsEntry(ComparedMetric.P95, 2.0);
  }

  @Test
  void latenciesAreThoseOfSuccessesWhereMoreThanOnePercentFailed() {
    assertThat(RunFiguresReading.of(run(20, Map.of("successful_latency_p95_ms", 40)), List.of()))
        .containsEntry(ComparedMetric.P95, 40.0)
        .doesNotContainKey(ComparedMetric.P50);
  }

  @Test
  void takesThemFromTheLogOfAnOlderRun() {
    RunSecond second =
        new RunSecond(
            new TreeMap<>(Map.of(500L, 20L, 40_000L, 980L)),
            new TreeMap<>(Map.of(40_000L, 980L)),
            20,
            null,
            null);

    assertThat(RunFiguresReading.of(run(20, Map.of()), List.of(second)))
        .containsEntry(ComparedMetric.P50, 40.0);
  }

  @Test
  void aTotalThatLeavesOutAnInstanceIsNone() {
    RunResult run = run(0, Map.of());

    assertThat(run.resources().withoutCpu()).containsExactly("database");
    assertThat(Resources.of(run.resources().containers()).totals().avgCpuPercent()).isNull();
    assertThat(RunFiguresReading.of(run, List.of()))
        .doesNotContainKeys(ComparedMetric.CPU_PER_REQUEST, ComparedMetric.REQUESTS_PER_VCPU);
  }

  private static RunResult run(long failures, Map<String, Object> additions) {
    Map<String, Resources.Container> containers = new LinkedHashMap<>();
    containers.put(
        "service",
        new Resources.Container("service", List.of(), new Resources.Summary(50.0, 60.0, 1e9, 1e9)));
    containers.put("database", new Resources.Container("database", List.of(), null));
    return new RunResult(
        "monolith",
        10,
        Duration.ofSeconds(10),
        Duration.ZERO,
        1.0,
        RunFigures.of(1000, failures, 10, ALL),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(10),
        null,
        null,
        new Resources(containers, new Resources.Totals(50.0, 60.0, 1e9, 1e9, 1.0, 1.0)),
        new Efficiency(200.0, 100.0, 0.5, 1.0),
        additions);
  }
}
