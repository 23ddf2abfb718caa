package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Load from workers on another host: processes in a network namespace behind a link of its own. */
class WorkerIT {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong answered = new AtomicLong();
  private final List<Launcher.Running> workers = new ArrayList<>();
  private NetworkNamespace other;
  private HttpServer server;
  private String url;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(NetworkNamespace.isPossible(), "WorkerIT is skipped: it needs root and iproute2");
    other = NetworkNamespace.create();
    server = HttpServer.create(new InetSocketAddress(NetworkNamespace.HERE, 0), 64);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "hello".getBytes(UTF_8);
          try (exchange) {
            Thread.sleep(20);
            answered.incrementAndGet();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    url = "http://%s:%s".formatted(NetworkNamespace.HERE, server.getAddress().getPort());
  }

  @AfterEach
  void end() {
    if (other != null) {
      workers.forEach(Launcher.Running::kill);
      server.stop(0);
      other.close();
    }
    threads.close();
  }

  @Test
  void aWrongClockMovesNoFigureAndIsRecorded() throws Exception {
    Path library = Path.of("/usr/lib/%s-linux-gnu/faketime/libfaketime.so.1".formatted(machine()));
    assumeTrue(
        Files.exists(library), "aWrongClockMovesNoFigure is skipped: apt-get install faketime");
    other.lose("0.01");
    start(7401, Map.of());
    start(
        7402,
        Map.of(
            "LD_PRELOAD",
            library.toString(),
            "FAKETIME",
            "+5s",
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1"));
    Path out = folder.resolve("out");
    Instant begun = Instant.now();

    Launcher.Ended ended = load(2, "-t", "4s", "--warmup", "1s", "--outdir", out.toString());

    assertThat(ended.status()).as(ended.text()).isZero();
    JsonNode json = JSON.readTree(Files.readString(out.resolve("results.json")));
    assertThat(json.at("/workers").asInt()).isEqualTo(2);
    assertThat(json.at("/generators/0/clock_ahead_ms").asDouble()).isCloseTo(0, within(50.0));
    assertThat(json.at("/generators/1/clock_ahead_ms").asDouble()).isCloseTo(5_000, within(50.0));
    assertThat(json.at("/generators/1/clock_ahead_after_ms").asDouble())
        .isCloseTo(5_000, within(50.0));
    assertThat(json.at("/start_spread_ms").asDouble()).isLessThan(100);
    // As if the clock were right: a start 5 s off, or a latency across two clocks, would show.
    assertThat(Instant.parse(json.at("/start_ts").asString())).isBetween(begun, Instant.now());
    assertThat(json.at("/endpoints/0/response_time_p50_ms").asDouble()).isBetween(20.0, 200.0);
    assertThat(Files.readAllLines(out.resolve("stats_stats_history.csv"))).hasSize(1 + 2 * 4);
    assertThat(json.at("/endpoints/0/requests").asLong()).isBetween(1L, answered.get());
  }

  @Test
  void aKilledWorkerMakesTheRunInvalid() throws Exception {
    start(7401, Map.of());
    Launcher.Running killed = start(7402, Map.of());
    Path out = folder.resolve("out");
    Launcher.Running running =
        startLoad(2, "-t", "1m", "--warmup", "1s", "--outdir", out.toString());
    running.awaitLine(line -> line.startsWith("measurement"));

    killed.kill();

    Launcher.Ended ended = running.end();
    assertThat(ended.status()).as(ended.text()).isEqualTo(3);
    assertThat(ended.text())
        .contains("INVALID: a generator was lost: worker " + NetworkNamespace.THERE + ":7402");
    JsonNode json = JSON.readTree(Files.readString(out.resolve("results.json")));
    assertThat(json.at("/validity").asString()).isEqualTo("INVALID");
    assertThat(json.at("/generators/0/lost").isNull()).isTrue();
    assertThat(json.at("/generators/1/lost").asString()).contains("second");
    assertThat(json.at("/endpoints/0/requests").asLong()).isPositive();
    // The one that is left is there for the next test.
    workers.getFirst().awaitLine("Working for 10.77.88.1"::equals);
    workers.getFirst().awaitLine("Ready"::equals);
  }

  @Test
  void aCutLinkMakesTheRunInvalidAfterTenSilentSeconds() {
    start(7401, Map.of());
    Launcher.Running running = startLoad(1, "-t", "1m", "--warmup", "1s");
    running.awaitLine(line -> line.startsWith("measurement"));

    other.cut();
    long begun = System.nanoTime();

    Launcher.Ended ended = running.end();
    assertThat(ended.status()).as(ended.text()).isEqualTo(3);
    assertThat(ended.text()).contains("7401 said nothing for 10 s");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void aSweepOfTheLabsOwnStackIsLoadedFromThere() throws Exception {
    start(7401, Map.of());
    start(7402, Map.of());
    Path out = folder.resolve("out");

    Launcher.Ended ended =
        Launcher.run(
            "sweep",
            "--arch",
            "monolith",
            "--concurrency-levels",
            "4",
            "--duration-seconds",
            "2",
            "--warmup",
            "fixed",
            "--warmup-seconds",
            "1",
            "--on",
            hosts(2).toString(),
            "--token-file",
            token().toString(),
            "--entry-host",
            NetworkNamespace.HERE,
            "--outdir",
            out.toString());

    assertThat(ended.status()).as(ended.text()).isZero();
    JsonNode run = JSON.readTree(Files.readAllLines(out.resolve("results.jsonl")).getFirst());
    assertThat(run.at("/generators")).hasSize(2);
    assertThat(run.at("/total_failures").asLong()).isZero();
    assertThat(run.at("/total_requests").asLong()).isPositive();
    JsonNode config = JSON.readTree(Files.readString(out.resolve("config.json")));
    assertThat(config.at("/workers/addresses/1").asString())
        .isEqualTo(NetworkNamespace.THERE + ":7402");
    assertThat(config.at("/isolation_reason").asString())
        .isEqualTo("the load comes from other hosts");
  }

  @Test
  void whatCannotBeReachedIsSaidBeforeAnythingStarts() throws IOException {
    start(7401, Map.of());

    Launcher.Ended local = loadOf("http://127.0.0.1:1", hosts(1));
    assertThat(local.status()).as(local.text()).isEqualTo(2);
    assertThat(local.err())
        .containsExactly(
            "tasktracker: http://127.0.0.1:1 is another machine for the worker on 10.77.88.2: name"
                + " this one with --entry-host, or the target as that host reaches it");

    Path wrong = Files.writeString(folder.resolve("wrong.txt"), "10.77.88.2:7409\n");
    Launcher.Ended absent = loadOf(url, wrong);
    assertThat(absent.status()).as(absent.text()).isEqualTo(3);
    assertThat(absent.err())
        .containsExactly("tasktracker: worker 10.77.88.2:7409 cannot be used: Connection refused");

    Path twice = Files.writeString(folder.resolve("twice.txt"), "# workers\na:1\n\na:1\n");
    Launcher.Ended named = loadOf(url, twice);
    assertThat(named.status()).as(named.text()).isEqualTo(2);
    assertThat(named.err())
        .singleElement()
        .asString()
        .endsWith("twice.txt, line 4: a:1 is named twice");
  }

  private Launcher.Running start(int port, Map<String, String> environment) {
    Launcher.Running worker =
        Launcher.start(
            other.prefix(),
            environment,
            "worker",
            "--listen",
            NetworkNamespace.THERE + ":" + port,
            "--token-file",
            token().toString());
    workers.add(worker);
    worker.awaitLine(line -> line.startsWith("Ready"));
    return worker;
  }

  private Launcher.Ended load(int count, String... options) throws IOException {
    return startLoad(count, options).end();
  }

  private Launcher.Running startLoad(int count, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "load",
                url + "/",
                "-u",
                "4",
                "--on",
                hosts(count).toString(),
                "--token-file",
                token().toString()));
    arguments.addAll(List.of(options));
    return Launcher.start(arguments.toArray(String[]::new));
  }

  private Launcher.Ended loadOf(String target, Path hosts) {
    return Launcher.run(
        "load",
        target + "/",
        "-t",
        "1s",
        "--on",
        hosts.toString(),
        "--token-file",
        token().toString());
  }

  private Path token() {
    return folder.resolve("worker.token");
  }

  private Path hosts(int count) {
    StringBuilder lines = new StringBuilder("# one worker a line\n");
    for (int port = 7401; port < 7401 + count; port++) {
      lines.append(NetworkNamespace.THERE).append(':').append(port).append('\n');
    }
    try {
      return Files.writeString(folder.resolve("hosts.txt"), lines);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String machine() {
    String name = System.getProperty("os.arch");
    return name.equals("amd64") ? "x86_64" : name;
  }
}
