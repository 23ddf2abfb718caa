package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code load} against a server of the test, and against a stack of the lab. */
class LoadIT {
  @TempDir Path folder;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> bodies = ConcurrentHashMap.newKeySet();
  private HttpServer server;
  private String url;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"id\":7}".getBytes(UTF_8);
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          boolean fails = exchange.getRequestURI().getPath().equals("/fails");
          exchange.sendResponseHeaders(fails ? 503 : 200, body.length);
          try (exchange) {
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
    threads.close();
  }

  @Test
  void printsATableAndLeavesTheFilesOfTheRun() throws IOException {
    Path out = folder.resolve("out");

    Launcher.Ended ended =
        Launcher.run(
            "load",
            url + "/hello?a=b",
            "-u",
            "2",
            "-t",
            "2s",
            "--warmup",
            "0",
            "--think-time",
            "10ms",
            "--outdir",
            out.toString());

    assertThat(ended.status()).as(ended.text()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.text())
        .contains("GET /hello?a=b", "closed: 2 users", "think time 10ms", "goodput", "Files in");
    assertThat(ended.out()).anyMatch(line -> line.startsWith("measurement"));
    for (String file :
        List.of(
            "results.json",
            "report.html",
            "latency.hlog",
            "stats_stats.csv",
            "stats_stats_history.csv",
            "stats_failures.csv",
            "stats_exceptions.csv")) {
      assertThat(out.resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void printsOneJsonDocumentWithBothLatenciesAndFailuresByKind() {
    Launcher.Ended ended =
        Launcher.run("load", url + "/fails", "--rate", "20", "-t", "2s", "--warmup", "0", "--json");

    assertThat(ended.status()).as(ended.text()).isZero();
    JsonNode json = new JsonMapper().readTree(String.join("\n", ended.out()));
    assertThat(json.at("/load_model").asString())
        .isEqualTo("open: arrivals 20/s, at most 1000 users");
    assertThat(json.at("/total_requests").asLong()).isEqualTo(40);
    assertThat(json.at("/outcomes/http_error").asLong()).isEqualTo(40);
    assertThat(json.at("/goodput_rps").asDouble()).isZero();
    assertThat(json.at("/service_time_p50_ms").isNumber()).isTrue();
    assertThat(json.at("/response_time_p99_ms").isNull()).isTrue();
    assertThat(json.at("/failures/0/example").asString()).isEqualTo("{\"id\":7}");
    assertThat(String.join("\n", ended.err())).contains("measurement", "503 Server Error");
  }

  @Test
  void runsAScenarioWithSeveralProcesses() throws IOException {
    Path scenario = folder.resolve("shop.yaml");
    Files.writeString(
        scenario,
        """
        think_time: 10ms
        tasks:
          - requests:
              - { name: Look, path: /look, capture: { id: { json: /id } } }
              - { name: Buy, path: "/buy/${id}", method: POST, json: { n: "${random.int 1 6}" } }
        """);

    Launcher.Ended ended =
        Launcher.run(
            "load",
            url,
            "--scenario",
            scenario.toString(),
            "-u",
            "4",
            "-t",
            "2s",
            "--warmup",
            "1s",
            "--workers",
            "2",
            "--json");

    assertThat(ended.status()).as(ended.text()).isZero();
    JsonNode json = new JsonMapper().readTree(String.join("\n", ended.out()));
    assertThat(json.at("/workers").asInt()).isEqualTo(2);
    assertThat(json.at("/arch").asString()).isEqualTo("shop");
    assertThat(json.at("/load_model").asString()).contains("4 users", "think time 10ms");
    assertThat(json.at("/endpoints/0/name").asString()).isEqualTo("Buy");
    assertThat(json.at("/total_failures").asLong()).isZero();
  }

  @Test
  void bringsUpAnArchitectureLoadsItAndTakesItDown() {
    Ports.requireFree();

    Launcher.Ended ended =
        Launcher.run("load", "monolith", "-u", "4", "-t", "2s", "--warmup", "1s", "--json");

    assertThat(ended.status()).as(ended.text()).isZero();
    JsonNode json = new JsonMapper().readTree(String.join("\n", ended.out()));
    assertThat(json.at("/arch").asString()).isEqualTo("monolith");
    assertThat(json.at("/runtime").asString()).isEqualTo("embedded");
    assertThat(json.at("/total_requests").asLong()).isPositive();
    assertThat(json.at("/total_failures").asLong()).isZero();
    assertThat(ended.text()).contains("[Stats] Get User Stats");
    assertThat(ended.err()).anyMatch(line -> line.startsWith("monolith is up at http://"));
    assertThat(Ports.taken()).isEmpty();
  }

  @Test
  void takesTheArchitectureDownOnCtrlC() {
    Ports.requireFree();
    Launcher.Running running = Launcher.start("load", "monolith", "-u", "2", "--warmup", "0");
    running.awaitLine(line -> line.startsWith("measurement"));

    running.signal("INT");
    Launcher.Ended ended = running.end();

    assertThat(ended.status()).as(ended.text()).isEqualTo(130);
    assertThat(ended.text()).contains("stopped early");
    assertThat(Ports.taken()).isEmpty();
  }

  @Test
  void printsWhatWasMeasuredOnCtrlC() {
    Launcher.Running running =
        Launcher.start(
            "load", url + "/", "-u", "2", "-t", "5m", "--warmup", "0", "--pacing", "20ms");
    running.awaitLine(line -> line.startsWith("measurement"));

    running.signal("INT");
    Launcher.Ended ended = running.end();

    assertThat(ended.status()).as(ended.text()).isEqualTo(130);
    assertThat(ended.text()).contains("stopped early", "closed with constant pacing: 2 users");
    assertThat(ended.out()).anyMatch(line -> line.startsWith("Aggregated"));
  }

  @Test
  void leavesNoProcessWhenKilled() {
    Launcher.Running running =
        Launcher.start("load", url + "/", "-u", "2", "-t", "5m", "--warmup", "0", "--workers", "2");
    running.awaitLine(line -> line.startsWith("measurement"));
    List<ProcessHandle> workers =
        ProcessHandle.of(running.pid()).orElseThrow().descendants().toList();
    assertThat(workers).hasSize(2);

    running.kill();

    assertThat(workers)
        .allSatisfy(worker -> assertThat(worker.onExit()).succeedsWithin(Duration.ofSeconds(30)));
  }

  @Test
  void failsOnAnInvalidRunWhenAskedTo() {
    server.createContext(
        "/slow",
        exchange -> {
          try (exchange) {
            Thread.sleep(300);
            exchange.sendResponseHeaders(204, -1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    Launcher.Ended ended =
        Launcher.run(
            "load",
            url + "/slow",
            "--rate",
            "50",
            "--max-users",
            "1",
            "-t",
            "2s",
            "--warmup",
            "0",
            "--fail-on-invalid");

    assertThat(ended.status()).as(ended.text()).isEqualTo(1);
    assertThat(ended.text()).contains("INVALID", "arrivals dropped");
  }

  @Test
  void sendsTheContentOfAFile() throws IOException {
    Path file = folder.resolve("task.json");
    // One word: arguments in files would be taken apart into it.
    Files.writeString(file, "{\"title\":\"Grüße\"}");

    Launcher.Ended ended =
        Launcher.run(
            "load", url + "/", "--body", "@" + file, "-u", "1", "-t", "1s", "--warmup", "0");

    assertThat(ended.status()).as(ended.text()).isZero();
    assertThat(ended.text()).contains("POST /");
    assertThat(bodies).containsExactly("{\"title\":\"Grüße\"}");
  }

  @Test
  void saysBeforeTheStartThatThereAreTooFewFileDescriptors() {
    Launcher.Ended ended =
        Launcher.run("load", url + "/", "-u", "100000", "--connections-per-user", "100000");

    assertThat(ended.status()).as(ended.text()).isEqualTo(3);
    assertThat(ended.err())
        .singleElement()
        .asString()
        .startsWith("tasktracker: 10000000000 connections need ")
        .contains("file descriptors", "ulimit -n");
    assertThat(bodies).isEmpty();
  }

  @Test
  void saysInOneLineThatNobodyListens() {
    server.stop(0);

    Launcher.Ended ended = Launcher.run("load", url + "/");

    assertThat(ended.status()).as(ended.text()).isEqualTo(3);
    assertThat(ended.err())
        .containsExactly("tasktracker: cannot connect to " + url + ": Connection refused");
    assertThat(ended.out()).isEmpty();
  }
}
