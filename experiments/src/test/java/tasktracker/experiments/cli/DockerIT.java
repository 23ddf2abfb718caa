package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.stack.docker.DockerEngine;
import tools.jackson.databind.JsonNode;

/**
 * Experiments on a real container engine: what they leave in files, and that nothing else stays.
 */
class DockerIT {
  private static final List<String> SHORT =
      List.of("--duration-seconds=3", "--warmup=fixed", "--warmup-seconds=1", "--spawn-rate=50");

  @TempDir Path parent;

  private SweptFolder folder;

  @BeforeEach
  void requireEngine() {
    DockerEngine.require();
    Ports.requireFree();
    assertThat(DockerEngine.containers()).isEmpty();
    folder = new SweptFolder(parent.resolve("results"));
  }

  @AfterEach
  void takeDown() {
    Launcher.run("stack", "down", "monolith", "--runtime=docker");
    Launcher.run("stack", "down", "microservices", "--runtime=docker");
  }

  @Test
  void comparesBothArchitecturesWithEveryReplicaInTheResults() {
    Launcher.Ended ended =
        run(
            "scaled-comparison",
            "--runtime=docker",
            "--cpu-budget=1",
            "--concurrency-levels=6",
            "--sample-interval=0.5");

    assertThat(ended.status()).as(ended.text()).isZero();
    assertThat(ended.out().getFirst())
        .startsWith(
            "Compares monolith (1 service process, 1 database) with microservices (10 service"
                + " processes, 2 databases); 1 CPU in all for each architecture (CPU ");
    JsonNode config = folder.json("config.json");
    assertThat(config.path("cpu_budget").asDouble()).isEqualTo(1);
    assertThat(ended.out().getFirst())
        .endsWith(config.path("comparison").asString())
        .contains(config.path("cpu_budget_kind").asString());
    assertThat(folder.lines()).hasSize(2).allSatisfy(DockerIT::assertThatItIsMeasured);
    assertThat(containers("monolith")).containsExactly("tasktracker_app", "tasktracker_db");
    assertThat(containers("microservices"))
        .contains(
            "tasktracker_api_gateway",
            "tasktracker_user_service",
            "tasktracker_user_service_3",
            "tasktracker_task_service_2",
            "tasktracker_task_service_3",
            "tasktracker_stats_service_3",
            "tasktracker_task_db")
        .doesNotContain("tasktracker_api_gateway_2")
        .hasSizeBetween(12, 13);
    assertThatNothingIsLeft();
    SweptFolder.deletePlots(ended);
  }

  private static void assertThatItIsMeasured(JsonNode run) {
    assertThat(run.path("total_requests").asLong()).isPositive();
    assertThat(run.path("total_failures").asLong()).isZero();
    assertThat(run.path("resources").path("containers").valueStream().toList())
        .allSatisfy(container -> {
          assertThat(container.path("summary").path("avg_cpu_percent").isNumber()).isTrue();
          assertThat(container.path("summary").path("avg_mem_bytes").asDouble()).isPositive();
          assertThat(container.path("samples").size()).isGreaterThanOrEqualTo(4);
        });
    assertThat(run.path("resources").path("totals").path("avg_cpu_percent").asDouble())
        .isPositive();
  }

  @Test
  void attachesToAStackStartedByHandAndLeavesItUp() {
    assertThat(run("stack", "up", "monolith", "--runtime=docker").status()).isZero();
    List<String> before = DockerEngine.containers();

    Launcher.Ended both = run("sweep", "--runtime=docker", "--concurrency-levels=2");
    assertThat(both.status()).isEqualTo(3);
    assertThat(both.text()).contains("monolith is up and would disturb the measurement");

    Launcher.Ended alone =
        run("sweep", "--runtime=docker", "--arch=monolith", "--concurrency-levels=2");
    assertThat(alone.status()).as(alone.text()).isZero();
    assertThat(containers("monolith")).containsExactly("tasktracker_app", "tasktracker_db");
    assertThat(DockerEngine.containers()).isEqualTo(before);
    assertThat(alone.text()).contains("monolith is not the lab's to empty");
    assertThat(folder.lines())
        .allSatisfy(run -> assertThat(run.path("data_reset").asBoolean(true)).isFalse());
    SweptFolder.deletePlots(alone);

    assertThat(run("stack", "down", "monolith", "--runtime=docker").out())
        .containsExactly("monolith is down");
    assertThatNothingIsLeft();
  }

  @Test
  void takesEverythingDownOnCtrlC() {
    Launcher.Running running = sweepMonolith();
    running.awaitLine(line -> line.contains("measurement"));

    running.signal("INT");

    assertThat(running.end().status()).isEqualTo(130);
    assertThatNothingIsLeft();
  }

  @Test
  void takesEverythingDownWhenKilled() throws InterruptedException {
    Launcher.Running running = sweepMonolith();
    running.awaitLine(line -> line.contains("up after"));
    assertThat(DockerEngine.containers()).hasSize(2);

    running.kill();

    Instant late = Instant.now().plusSeconds(60);
    while (!DockerEngine.containers().isEmpty() && Instant.now().isBefore(late)) {
      Thread.sleep(Duration.ofMillis(200));
    }
    assertThat(DockerEngine.containers()).isEmpty();
    while (!DockerEngine.controlGroups().isEmpty() && Instant.now().isBefore(late)) {
      Thread.sleep(Duration.ofMillis(200));
    }
    assertThat(DockerEngine.controlGroups()).isEmpty();
  }

  private Launcher.Running sweepMonolith() {
    return Launcher.start(
        "sweep",
        "--runtime=docker",
        "--arch=monolith",
        "--cpu-budget=1",
        "--concurrency-levels=2",
        "--duration-seconds=30",
        "--warmup=fixed",
        "--warmup-seconds=1",
        "--outdir=" + folder.path());
  }

  @Test
  void namesATakenPortBeforeAnythingIsStarted() throws IOException {
    try (ServerSocket _ = Ports.occupy(Ports.MONOLITH)) {
      Launcher.Ended ended = run("sweep", "--runtime=docker", "--concurrency-levels=2");

      assertThat(ended.status()).isEqualTo(3);
      assertThat(ended.err())
          .singleElement()
          .asString()
          .contains("port 9000, which tasktracker_app needs, is taken by process");
      assertThat(folder.path()).doesNotExist();
      assertThatNothingIsLeft();
    }
  }

  @Test
  void saysWhenTheDaemonIsDown() {
    Launcher.Ended ended =
        Launcher.start(
                Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock"),
                "stack",
                "up",
                "monolith",
                "--runtime=docker")
            .end();

    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err())
        .singleElement()
        .asString()
        .contains("the Docker daemon does not answer: start it");
  }

  @Test
  void stopsAndStartsTheTaskServiceAndLosesNoWrite() {
    Launcher.Ended ended =
        Launcher.run(
            "failure",
            "--runtime=docker",
            "--arch=microservices",
            "--target-service=tasktracker_task_service",
            "--failure-mode=stop-start",
            "--downtime=2",
            "--concurrency=10",
            "--spawn-rate=10",
            "--warmup=fixed",
            "--inject-at=7",
            "--duration-seconds=25",
            "--outdir=" + folder.path());

    assertThat(ended.text()).contains("No acknowledged write is lost", "clean");
    JsonNode results = folder.json("failure_results.json");
    assertThat(results.at("/config/runtime").asString()).isEqualTo("docker");
    assertThat(results.at("/injection/success").asBoolean()).isTrue();
    assertThat(results.at("/ledger/acknowledged").asLong()).isPositive();
    assertThat(results.at("/ledger/lost").asLong()).isZero();
    assertThat(results.at("/resources/containers").propertyNames())
        .contains("tasktracker_task_service", "tasktracker_task_db");
    assertThatNothingIsLeft();
    SweptFolder.deletePlots(ended);
  }

  private Launcher.Ended run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!arguments[0].equals("stack")) {
      all.addAll(SHORT);
      all.add("--outdir=" + folder.path());
    }
    return Launcher.run(all.toArray(String[]::new));
  }

  private List<String> containers(String architecture) {
    return folder.lines().stream()
        .filter(run -> run.path("arch").asString().equals(architecture))
        .flatMap(run -> run.path("resources").path("containers").propertyNames().stream())
        .toList();
  }

  private static void assertThatNothingIsLeft() {
    assertThat(DockerEngine.containers()).isEmpty();
    assertThat(DockerEngine.remains()).isEmpty();
    assertThat(DockerEngine.controlGroups()).isEmpty();
  }
}
