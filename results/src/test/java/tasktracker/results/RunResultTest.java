package tasktracker.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class RunResultTest {

  private static final Instant START = Instant.parse("2026-01-17T21:07:25.250Z");

  static RunResult run(RunFigures figures) {
    var sample =
        new Resources.Sample(START, "tasktracker_app", 50.0, 1024L, 4096L, 25.0, null, null);
    var summary = new Resources.Summary(50.0, 60.0, 536870912.0, 1073741824.0);
    var resources =
        Resources.of(
            Map.of(
                "tasktracker_app",
                new Resources.Container("tasktracker_app", List.of(sample), summary)));
    Map<String, Object> additions = new LinkedHashMap<>();
    additions.put("load_model", "closed");
    additions.put("reconnects", 0);
    return new RunResult(
        "monolith",
        10,
        Duration.ofSeconds(60),
        Duration.ofMillis(2500),
        10.0,
        figures,
        START,
        START.plusSeconds(60),
        "run_000_monolith_c10/stats_stats.csv",
        "run_000_monolith_c10/stats_stats_history.csv",
        resources,
        Efficiency.of(figures.throughput(), resources.totals()),
        additions);
  }

  static RunResult run() {
    return run(RunFigures.of(6000, 30, 60, new LatencyFigures(4.5, 9.0, 12.0, 5.0, 1.0, 20.0)));
  }

  @Test
  void writesExactlyTheKeysOfTheContract() throws IOException {
    assertThat(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(run()) + "\n")
        .isEqualTo(golden());
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    assertThat(Json.MAPPER.readValue(golden(), RunResult.class)).isEqualTo(run());
  }

  @Test
  void aRunWithoutRequestsHasNoLatencyAndNoErrorRate() {
    String json =
        """
        {"arch": "monolith", "concurrency": 10, "throughput_rps": 0.0, "latency_p50_ms": 0,
         "latency_p95_ms": 0, "latency_avg_ms": NaN, "error_rate": 0.0, "total_requests": 0,
         "total_failures": 0}
        """;

    RunFigures figures = Json.MAPPER.readValue(json, RunResult.class).figures();

    assertThat(figures.latency()).isEqualTo(LatencyFigures.NONE);
    assertThat(figures.errorRate()).isNull();
    assertThat(figures.hasNoRequests()).isTrue();
    assertThat(Json.MAPPER.writeValueAsString(run(figures)))
        .contains("\"latency_p95_ms\":null", "\"error_rate\":null");
  }

  @Test
  void readsARunThatLacksEverythingButItsIdentity() {
    RunResult run =
        Json.MAPPER.readValue("{\"arch\": \"sérverless\", \"concurrency\": 5}", RunResult.class);

    assertThat(run.architecture()).isEqualTo("sérverless");
    assertThat(run.resources()).isNull();
    assertThat(run.figures().latency()).isEqualTo(LatencyFigures.NONE);
    assertThat(run.figures().hasNoRequests()).isFalse();
  }

  @Test
  void keepsKeysThatItDoesNotKnow() {
    RunResult run =
        Json.MAPPER.readValue(
            "{\"arch\": \"monolith\", \"concurrency\": 5, \"validity\": \"SUSPECT\"}",
            RunResult.class);

    assertThat(run.additions()).containsExactly(Map.entry("validity", "SUSPECT"));
  }

  @Test
  void aTimeWithoutOffsetIsTimeOfThisMachine() {
    RunResult run =
        Json.MAPPER.readValue(
            "{\"arch\": \"m\", \"concurrency\": 5, \"start_ts\": \"2026-01-17T21:07:25.25\"}",
            RunResult.class);

    assertThat(run.start()).isEqualTo(START);
  }

  @Test
  void refusesARunWithoutArchitecture() {
    assertThatThrownBy(() -> Json.MAPPER.readValue("{\"concurrency\": 5}", RunResult.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("a run needs an architecture (key \"arch\")");
  }

  private static String golden() throws IOException {
    try (InputStream in = RunResultTest.class.getResourceAsStream("results.json")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
