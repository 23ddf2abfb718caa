package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.stack.HealthProbe;
import tools.jackson.databind.JsonNode;

class StackIT {
  @TempDir Path parent;

  @BeforeEach
  void requireFreePorts() {
    Ports.requireFree();
  }

  @AfterEach
  void takeDown() {
    Launcher.run("stack", "down", "monolith");
    Launcher.run("stack", "down", "microservices");
  }

  @Test
  void runsReplicasUntilTakenDown() {
    Launcher.Ended up = Launcher.run("stack", "up", "microservices", "--replicas=2", "--metrics");

    assertThat(up.status()).as(up.text()).isZero();
    assertThat(up.text())
        .contains(
            "tasktracker_user_service_2",
            "tasktracker_task_service_2",
            "tasktracker_stats_service_2")
        .doesNotContain("tasktracker_api_gateway_2", "\u001b");
    assertThat(healthy(Ports.GATEWAY)).isTrue();
    assertThat(metrics(Ports.GATEWAY)).contains("http_server_request_duration_seconds_count{");

    Launcher.Ended status = Launcher.run("stack", "status", "microservices");
    assertThat(status.status()).isZero();
    assertThat(status.out().getFirst()).isEqualTo("microservices is up");
    assertThat(status.out()).hasSize(10);

    Launcher.Ended logs =
        Launcher.run("stack", "logs", "microservices", "tasktracker_task_service_2");
    assertThat(logs.status()).isZero();
    assertThat(logs.out()).hasSizeGreaterThan(1).first().isEqualTo("== tasktracker_task_service_2");

    Launcher.Ended again = Launcher.run("stack", "up", "microservices");
    assertThat(again.status()).isEqualTo(3);
    assertThat(again.text()).contains("microservices is up already");

    List<ProcessHandle> members = members(status);
    assertThat(members).hasSize(9);
    assertThat(Launcher.run("stack", "down", "microservices").out())
        .containsExactly("microservices is down");
    assertThat(members).noneMatch(ProcessHandle::isAlive);
    assertThat(Ports.taken()).isEmpty();
    assertThat(Launcher.CHECKOUT.resolve(".tasktracker/stacks/microservices/data")).doesNotExist();
  }

  @Test
  void isMeasuredFromOutsideAsAnExternalStackAndStaysUp() {
    assertThat(Launcher.run("stack", "up", "monolith").status()).isZero();
    SweptFolder folder = new SweptFolder(parent.resolve("sweep"));

    Launcher.Ended sweep =
        Launcher.run(
            "sweep",
            "--runtime=external",
            "--arch=monolith",
            "--concurrency-levels=2",
            "--duration-seconds=1",
            "--warmup=fixed",
            "--warmup-seconds=0",
            "--spawn-rate=50",
            "--outdir=" + folder.path());

    assertThat(sweep.status()).as(sweep.text()).isZero();
    JsonNode run = folder.lines().getFirst();
    assertThat(run.path("total_requests").asLong()).isPositive();
    assertThat(run.path("total_failures").asLong()).isZero();
    assertThat(run.path("resources").path("containers").propertyNames()).containsExactly("java");
    assertThat(run.path("resources").path("totals").path("avg_cpu_percent").asDouble())
        .isPositive();
    assertThat(run.path("efficiency").path("total_cpu_units").asDouble()).isPositive();
    assertThat(folder.json("config.json").path("base_url_monolith").asString())
        .isEqualTo("http://localhost:9000");
    assertThat(run.path("data_reset").asBoolean(true)).isFalse();
    assertThat(sweep.text()).containsOnlyOnce("monolith is not the lab's to empty");
    assertThat(healthy(Ports.MONOLITH)).isTrue();
    SweptFolder.deletePlots(sweep);
  }

  @Test
  void isNotTakenDownWhileSomebodyMeasuresIt() {
    assertThat(Launcher.run("stack", "up", "monolith").status()).isZero();
    Launcher.Running load =
        Launcher.start("load", "http://127.0.0.1:9000/health", "-u", "2", "-t", "60s");
    load.awaitLine(line -> line.contains("warm-up") || line.contains("measurement"));
    Launcher.Ended down = Launcher.run("stack", "down", "monolith");
    assertThat(down.status()).as(down.text()).isEqualTo(3);
    assertThat(down.err())
        .singleElement()
        .asString()
        .contains("monolith is being measured by process " + load.pid())
        .contains("(tasktracker load)")
        .contains("--force");
    assertThat(healthy(Ports.MONOLITH)).isTrue();
    assertThat(Launcher.run("stack", "down", "monolith", "--force").out())
        .containsExactly("monolith is down");
    load.kill();
  }

  /** On a real terminal, which {@code script} of util-linux gives. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void writesInColourOnATerminalAloneAndNotWhenRefused() throws IOException {
    assertThat(Launcher.run("stack", "up", "monolith").status()).isZero();

    assertThat(onATerminal(Map.of("NO_COLOR", ""), "stack status")).contains("\u001b[1m");
    assertThat(onATerminal(Map.of("NO_COLOR", "1"), "stack status"))
        .contains("monolith is up")
        .doesNotContain("\u001b");
    assertThat(onATerminal(Map.of("NO_COLOR", ""), "stack status --no-color"))
        .contains("monolith is up")
        .doesNotContain("\u001b");
  }

  private String onATerminal(Map<String, String> environment, String arguments) throws IOException {
    Path transcript = Files.createTempFile(parent, "terminal", ".txt");
    ProcessBuilder script =
        new ProcessBuilder("script", "-qec", "./tasktracker " + arguments, transcript.toString())
            .directory(Launcher.CHECKOUT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    script.environment().putAll(environment);
    assertThat(script.start().onExit().join().exitValue()).isZero();
    return Files.readString(transcript);
  }

  private static boolean healthy(int port) {
    return HealthProbe.ask(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(5)).healthy();
  }

  private static String metrics(int port) {
    URI url = URI.create("http://127.0.0.1:" + port + "/metrics");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .sendAsync(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
          .join()
          .body();
    }
  }

  private static List<ProcessHandle> members(Launcher.Ended status) {
    return status.out().stream()
        .filter(line -> line.contains(" process "))
        .map(line -> Long.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
        .map(pid -> ProcessHandle.of(pid).orElseThrow())
        .toList();
  }
}
