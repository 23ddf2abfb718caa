package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A small sweep of both architectures, and all that it leaves. */
class SweepIT {
  private static final int SECONDS = 3;
  private static final int USERS = 20;
  private static final String LIST_ALL = "[Tasks] List All";

  private static final List<String> RUN_KEYS =
      List.of(
          "arch",
          "concurrency",
          "duration_s",
          "warmup_s",
          "spawn_rate",
          "throughput_rps",
          "latency_p50_ms",
          "latency_p95_ms",
          "latency_p99_ms",
          "latency_avg_ms",
          "latency_min_ms",
          "latency_max_ms",
          "error_rate",
          "total_requests",
          "total_failures",
          "start_ts",
          "end_ts",
          "raw_csv_path",
          "history_csv_path",
          "resources",
          "efficiency");
  private static final Map<String, List<String>> INSTANCES =
      Map.of(
          "monolith", List.of("tasktracker_db", "tasktracker_app"),
          "microservices",
              List.of(
                  "tasktracker_user_db",
                  "tasktracker_task_db",
                  "tasktracker_api_gateway",
                  "tasktracker_user_service",
                  "tasktracker_task_service",
                  "tasktracker_stats_service"));

  @TempDir static Path parent;

  private static Launcher.Ended sweep;
  private static SweptFolder folder;

  @BeforeAll
  static void sweepBoth() {
    Ports.requireFree();
    folder = new SweptFolder(parent.resolve("sweep"));
    sweep =
        Launcher.run(
            "sweep",
            "--concurrency-levels=" + USERS,
            "--duration-seconds=" + SECONDS,
            "--warmup=fixed",
            "--warmup-seconds=1",
            "--spawn-rate=100",
            "--outdir=" + folder.path());
    assertThat(sweep.status()).as(sweep.text()).isZero();
  }

  @AfterAll
  static void deletePlots() {
    SweptFolder.deletePlots(sweep);
  }

  @Test
  void saysWhatItDoesAndFoundInPlainText() {
    assertThat(sweep.text())
        .contains("[1/2]", "[2/2]", "set-up", "measurement", "requests/s", "CPU ms/request")
        .contains("Results in " + folder.path())
        .doesNotContain("\u001b", "\r");
  }

  @Test
  void leavesNothingRunning() {
    assertThat(Ports.taken()).isEmpty();
  }

  @Test
  void writesDownItsSettingsAndTheMachine() {
    JsonNode config = folder.json("config.json");

    assertThat(config.path("total_runs").asInt()).isEqualTo(2);
    assertThat(config.path("seed").isNumber()).isTrue();
    assertThat(config.path("duration_seconds").asInt()).isEqualTo(SECONDS);
    assertThat(config.path("think_time").asString()).isEqualTo("50ms-150ms");
    assertThat(config.path("environment").path("jdk").asString()).isNotBlank();
    assertThat(instant(config, "end_time")).isAfter(instant(config, "start_time"));
  }

  @Test
  void keepsOneRunOfEachArchitecture() {
    List<JsonNode> runs = folder.lines();

    assertThat(runs)
        .extracting(run -> run.path("arch").asString())
        .containsExactlyInAnyOrder("monolith", "microservices");
    assertThat(runs).allSatisfy(run -> assertThat(run.propertyNames()).containsAll(RUN_KEYS));
    assertThat(folder.json("all_results.json")).containsExactlyElementsOf(runs);
    assertThat(runs)
        .allSatisfy(run ->
            assertThat(folder.json(folder.runFolder(run).resolve("results.json").toString()))
                .isEqualTo(run));
  }

  @Test
  void measuresEachOnADeploymentThatIsWarmAndEmpty() {
    assertThat(folder.json("config.json").path("fresh_deployment").asString())
        .isEqualTo("repetition");
    assertThat(folder.lines())
        .extracting(run -> run.path("deployment").asInt(), run -> run.path("position").asInt())
        .containsExactly(tuple(1, 1), tuple(2, 1));
    assertThat(folder.lines())
        .allSatisfy(run -> {
          assertThat(run.path("data_reset").asBoolean()).isTrue();
          assertThat(run.path("warmed_up_s").asDouble()).isGreaterThanOrEqualTo(0.99);
          assertThat(run.path("settled_s").asDouble()).isGreaterThanOrEqualTo(2.99);
          assertThat(run.path("idle").path("seconds").asDouble()).isPositive();
          assertThat(run.path("wall_s").asDouble())
              .isGreaterThan(run.path("deployment_s").asDouble() + SECONDS);
          assertThat(run.path("deployment_s").asDouble())
              .isGreaterThan(run.path("stack_startup_s").asDouble());
        });
  }

  @Test
  void leavesAllFilesOfEachRun() {
    assertThat(folder.lines())
        .allSatisfy(run ->
            assertThat(folder.runFolder(run).toFile().list())
                .containsExactlyInAnyOrder(
                    "results.json",
                    "stats_stats.csv",
                    "stats_stats_history.csv",
                    "stats_failures.csv",
                    "stats_exceptions.csv",
                    "report.html",
                    "locust.log",
                    "latency.hlog"));
  }

  @Test
  void measuresExactlyTheAskedTimeWithoutFailures() {
    assertThat(folder.lines())
        .allSatisfy(run -> {
          assertThat(Duration.between(instant(run, "start_ts"), instant(run, "end_ts")))
              .isEqualTo(Duration.ofSeconds(SECONDS));
          assertThat(run.path("total_requests").asLong()).isPositive();
          assertThat(run.path("total_failures").asLong()).isZero();
          assertThat(run.path("throughput_rps").asDouble())
              .isCloseTo(run.path("total_requests").asDouble() / SECONDS, within(1e-6));
        });
  }

  @Test
  void countsTheSameRequestsInEveryFile() {
    assertThat(folder.lines())
        .allSatisfy(run -> {
          double requests = run.path("total_requests").asDouble();
          var stats = stats(run);
          assertThat(stats.getLast().get("Name")).isEqualTo("Aggregated");
          assertThat(number(stats.getLast(), "Request Count")).isEqualTo(requests);
          assertThat(
                  stats.stream()
                      .limit(stats.size() - 1)
                      .mapToDouble(row -> number(row, "Request Count"))
                      .sum())
              .isEqualTo(requests);
          var history = history(run, "Aggregated");
          assertThat(history).hasSize(SECONDS);
          assertThat(number(history.getLast(), "Total Request Count")).isEqualTo(requests);
          assertThat(history.stream().mapToDouble(row -> number(row, "Requests/s")).sum())
              .isCloseTo(requests, within(0.01));
        });
  }

  @Test
  void namesRequestsLikeTheOriginalAndKeepsSetUpOut() {
    assertThat(folder.lines())
        .allSatisfy(run ->
            assertThat(stats(run).stream().map(row -> row.get("Name")))
                .contains(LIST_ALL, "[Tasks] List Filtered", "[Tasks] Get Single", "Aggregated")
                .isSubsetOf(
                    LIST_ALL,
                    "[Tasks] List Filtered",
                    "[Tasks] Get Single",
                    "[Tasks] Create",
                    "[Tasks] Update",
                    "[Tasks] Mark Complete",
                    "[Tasks] Mark Incomplete",
                    "[Tasks] Delete",
                    "[Stats] Get User Stats",
                    "[Auth] Get User Info",
                    "Aggregated"));
  }

  /** Of one request, because their mix in a second is chance. */
  @Test
  void listsAsManyTasksAtTheEndAsAtTheBegin() {
    assertThat(folder.lines())
        .allSatisfy(run -> {
          var history = history(run, LIST_ALL);
          Map<String, String> last = history.getLast();
          Map<String, String> before = history.get(history.size() - 2);
          double lastSecond =
              (contentBytes(last) - contentBytes(before))
                  / (number(last, "Total Request Count") - number(before, "Total Request Count"));
          assertThat(lastSecond)
              .isCloseTo(
                  number(history.getFirst(), "Total Average Content Size"), withinPercentage(5));
        });
  }

  @Test
  void accountsForEveryInstanceAndSumsThemUp() {
    assertThat(folder.lines())
        .allSatisfy(run -> {
          JsonNode resources = run.path("resources");
          JsonNode containers = resources.path("containers");
          assertThat(containers.propertyNames())
              .containsExactlyInAnyOrderElementsOf(INSTANCES.get(run.path("arch").asString()));
          for (String figure : List.of("avg_cpu_percent", "avg_mem_bytes", "peak_mem_bytes")) {
            double sum =
                containers
                    .valueStream()
                    .mapToDouble(each -> each.path("summary").path(figure).asDouble())
                    .sum();
            assertThat(sum).isPositive();
            assertThat(resources.path("totals").path(figure).asDouble())
                .isCloseTo(sum, withinPercentage(0.001));
          }
          assertThat(run.path("efficiency").path("rps_per_cpu_unit").asDouble())
              .isCloseTo(
                  run.path("throughput_rps").asDouble()
                      / (resources.path("totals").path("avg_cpu_percent").asDouble() / 100),
                  withinPercentage(0.001));
        });
  }

  @Test
  void samplesResourcesWithinTheMeasurementAlone() {
    assertThat(folder.lines())
        .allSatisfy(run -> {
          double start = instant(run, "start_ts").toEpochMilli() / 1e3;
          double end = instant(run, "end_ts").toEpochMilli() / 1e3;
          for (JsonNode container : run.path("resources").path("containers")) {
            assertThat(container.path("samples"))
                .isNotEmpty()
                .allSatisfy(sample ->
                    assertThat(sample.path("timestamp").asDouble())
                        .isBetween(start - 0.5, end + 0.5));
          }
        });
  }

  @Test
  void drawsNinePlotsForASlide() throws IOException {
    Path plots = SweptFolder.plots(sweep);
    assertThat(plots.toFile().list())
        .containsExactlyInAnyOrder(
            "latency_p50_vs_concurrency.png",
            "latency_p95_vs_concurrency.png",
            "latency_p99_vs_concurrency.png",
            "throughput_vs_concurrency.png",
            "error_rate_vs_concurrency.png",
            "cpu_vs_concurrency.png",
            "efficiency_vs_concurrency.png",
            "memory_vs_concurrency.png",
            "crossover_analysis.png");
    try (Stream<Path> files = Files.list(plots)) {
      for (Path file : files.toList()) {
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1080);
      }
    }
  }

  private static List<Map<String, String>> stats(JsonNode run) {
    return SweptFolder.rows(folder.path().resolve(run.path("raw_csv_path").asString()));
  }

  private static List<Map<String, String>> history(JsonNode run, String name) {
    Path csv = folder.path().resolve(run.path("history_csv_path").asString());
    return SweptFolder.rows(csv).stream().filter(row -> row.get("Name").equals(name)).toList();
  }

  private static double contentBytes(Map<String, String> row) {
    return number(row, "Total Request Count") * number(row, "Total Average Content Size");
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static Instant instant(JsonNode json, String key) {
    return Instant.parse(json.path(key).asString());
  }
}
