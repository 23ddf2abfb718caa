package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a dashboard serves to programs: its pages stand on the same. */
class DashboardTest {
  private static final String SWEEP =
      "{\"command\":\"sweep\",\"values\":{\"--quick\":\"true\",\"--arch\":\"both\"}}";

  @TempDir Path folder;
  private ServedDashboard dashboard;

  @BeforeEach
  void start() throws IOException {
    dashboard = ServedDashboard.in(folder);
  }

  @AfterEach
  void end() {
    dashboard.close();
  }

  private Path experiment(String name, String... lines) throws IOException {
    Path there = Files.createDirectories(dashboard.results().resolve(name));
    Files.writeString(there.resolve("config.json"), "{}");
    Files.write(there.resolve("live.jsonl"), List.of(lines));
    return there;
  }

  private static String started(long pid) {
    return started(pid, Instant.now());
  }

  private static String started(long pid, Instant at) {
    return "{\"event\":\"started\",\"at\":\"%s\",\"kind\":\"sweep\",\"arguments\":[\"sweep\"],\"pid\":%d}"
        .formatted(at, pid);
  }

  @Test
  void listsAThousandExperiments() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      experiment("sweep_" + i, started(1), "{\"event\":\"ended\",\"exit_code\":0}");
    }

    assertThat(dashboard.json("/api/experiments").path("experiments").size()).isEqualTo(1_000);
  }

  @Test
  void sendsTheLinesOfALogByTheirNumbersAndThoseAfterALaterOne() throws IOException {
    experiment("sweep_1", started(1), "{\"b\":2}", "{\"event\":\"ended\",\"exit_code\":0}");

    assertThat(dashboard.get("/api/experiments/sweep_1/events").body())
        .contains("id: 1\ndata: {\"event\":\"started\"", "id: 2\ndata: {\"b\":2}\n\n", "id: 3")
        .endsWith("event: over\ndata: {}\n\n");
    assertThat(after("2").body())
        .doesNotContain("id: 2")
        .contains("id: 3\ndata: {\"event\":\"ended");
    assertThat(after("3").statusCode()).isEqualTo(204);
  }

  private HttpResponse<String> after(String id) {
    return dashboard.send(
        dashboard.request("/api/experiments/sweep_1/events").header("Last-Event-ID", id));
  }

  @Test
  void sendsLinesAsTheyAreWritten() throws Exception {
    Path log = experiment("sweep_1", started(ProcessHandle.current().pid())).resolve("live.jsonl");
    var body =
        HttpClient.newHttpClient()
            .send(
                dashboard.request("/api/experiments/sweep_1/events").build(),
                HttpResponse.BodyHandlers.ofLines())
            .body()
            .iterator();

    Files.writeString(log, "{\"half\":", StandardOpenOption.APPEND);
    Files.writeString(
        log, "true}\n{\"event\":\"ended\",\"exit_code\":0}\n", StandardOpenOption.APPEND);

    StringBuilder seen = new StringBuilder();
    body.forEachRemaining(line -> seen.append(line).append('\n'));
    assertThat(seen).contains("id: 2\ndata: {\"half\":true}\n", "id: 3\n");
  }

  @Test
  void knowsAnExperimentWhoseProcessIsGone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path there = experiment("sweep_1", started(gone.pid()));
    there.resolve("live.jsonl").toFile().setLastModified(System.currentTimeMillis() - 60_000);

    assertThat(state("sweep_1")).isEqualTo("unfinished");
  }

  @Test
  void takesNoLogOfTheFutureForARunningExperiment() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path there = experiment("sweep_1", started(gone.pid()));
    there.resolve("live.jsonl").toFile().setLastModified(System.currentTimeMillis() + 86_400_000);

    assertThat(state("sweep_1")).isEqualTo("unfinished");
  }

  @Test
  void takesNoProcessThatStartedLaterForThatOfTheExperiment() throws IOException {
    String begun = started(ProcessHandle.current().pid(), Instant.parse("2020-01-01T00:00:00Z"));
    Path there = experiment("sweep_1", begun);
    // Neither just now, nor before the process started.
    there.resolve("live.jsonl").toFile().setLastModified(System.currentTimeMillis() + 86_400_000);

    assertThat(state("sweep_1")).isEqualTo("unfinished");
  }

  @Test
  void saysHowManyFilesItDoesNotList() throws IOException {
    Path there = experiment("sweep_1", started(1), "{\"event\":\"ended\",\"exit_code\":0}");
    assertThat(dashboard.json("/api/experiments/sweep_1").path("files_left_out").asInt(-1))
        .isZero();

    for (int i = 0; i < 2_001; i++) {
      Files.createFile(there.resolve("note_%04d.txt".formatted(i)));
    }

    JsonNode answer = dashboard.json("/api/experiments/sweep_1");
    assertThat(answer.path("files").size()).isEqualTo(2_000);
    assertThat(answer.path("files").get(0).path("path").asString("")).isEqualTo("config.json");
    assertThat(answer.path("files_left_out").asInt(-1)).isEqualTo(3);
  }

  @Test
  void showsAnExperimentWhoseFilesComeAndGo() throws Exception {
    Path there = experiment("sweep_1", started(1), "{\"event\":\"ended\",\"exit_code\":0}");
    AtomicBoolean over = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              while (!over.get()) {
                comeAndGo(there);
              }
            });

    try {
      for (int i = 0; i < 300; i++) {
        assertThat(dashboard.get("/api/experiments/sweep_1").statusCode()).isEqualTo(200);
      }
    } finally {
      over.set(true);
      writer.join();
    }
  }

  private static void comeAndGo(Path folder) {
    try {
      for (int i = 0; i < 50; i++) {
        Files.writeString(folder.resolve(i + ".part"), "");
      }
      for (int i = 0; i < 50; i++) {
        Files.delete(folder.resolve(i + ".part"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String state(String name) {
    return dashboard.json("/api/experiments/" + name).path("summary").path("state").asString("");
  }

  @Test
  void keepsANameAndANote() throws IOException {
    experiment("sweep_1", started(1));

    HttpResponse<String> answer =
        dashboard.send(
            dashboard
                .request("/api/experiments/sweep_1/note")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"after the pool fix\"}")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(dashboard.json("/api/experiments").path("experiments").get(0).path("note"))
        .hasToString("{\"name\":\"after the pool fix\",\"note\":\"\"}");
    assertThat(
            dashboard
                .send(
                    dashboard
                        .request("/api/experiments/sweep_1/note")
                        .header("Content-Type", "application/json")
                        .PUT(
                            HttpRequest.BodyPublishers.ofString(
                                "{\"name\":\"%s\"}".formatted("x".repeat(121)))))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void movesToTheTrashWhatIsConfirmedAndDoesNotRun() throws IOException {
    experiment("sweep_1", started(1), "{\"event\":\"ended\",\"exit_code\":0}");
    experiment("sweep_2", started(ProcessHandle.current().pid()));

    assertThat(trash("sweep_1", "another")).isEqualTo(400);
    assertThat(trash("sweep_2", "sweep_2")).isEqualTo(409);
    assertThat(trash("sweep_1", "sweep_1")).isEqualTo(200);
    assertThat(dashboard.results().resolve(".trash/sweep_1/config.json")).exists();
    assertThat(dashboard.json("/api/experiments").path("experiments").size()).isEqualTo(1);
  }

  private int trash(String name, String confirmed) {
    return dashboard
        .post("/api/experiments/" + name + "/trash", "{\"confirm\":\"%s\"}".formatted(confirmed))
        .statusCode();
  }

  @Test
  void measuresOneExperimentAtATimeAndCancelsInGoodOrder() {
    String first = start(SWEEP);
    String second = start(SWEEP);
    await(() -> state(first).equals("running"));

    assertThat(job(second).path("state").asString("")).isEqualTo("queued");
    assertThat(job(second).path("command").asString("")).isEqualTo("./tasktracker sweep --quick");
    assertThat(dashboard.post("/api/experiments/" + first + "/cancel", "{}").statusCode())
        .isEqualTo(200);
    await(() -> state(first).equals("interrupted"));
    await(() -> state(second).equals("running"));
    dashboard.post("/api/experiments/" + second + "/cancel", "{}");
    await(() -> job(second).path("exit_code").asInt(0) == 130);
  }

  @Test
  void endsWhatItHasStarted() {
    String name = start(SWEEP);
    await(() -> state(name).equals("running"));
    long pid = dashboard.json("/api/experiments/" + name).path("job").path("id").asLong(0);

    dashboard.close();

    assertThat(pid).isPositive();
    assertThat(dashboard.results().resolve(name).resolve("live.jsonl"))
        .content()
        .contains("\"exit_code\":130");
  }

  @Test
  void repeatsWhatTheCommandLineSaysAgainstItsSettings() {
    HttpResponse<String> answer =
        dashboard.post("/api/jobs", "{\"command\":\"sweep\",\"values\":{\"--arch\":\"wrong\"}}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"message\":\"--arch wrong: use another\"}");
  }

  private String start(String body) {
    HttpResponse<String> answer = dashboard.post("/api/jobs", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JsonMapper.shared().readTree(answer.body()).path("job").path("folder").asString("");
  }

  private JsonNode job(String folder) {
    return dashboard.json("/api/experiments/" + folder).path("job");
  }

  private static void await(BooleanSupplier wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!wanted.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void hasAFormForEveryCommandThatMeasuresAndNamesTheFieldThatIsWrong() {
    JsonNode commands = dashboard.json("/api/commands").path("commands");

    assertThat(commands.valueStream().map(each -> each.path("command").asString("")))
        .containsExactly(
            "sweep", "versus", "failure", "capacity", "scaled-comparison", "load", "run");
    for (JsonNode command : commands) {
      for (JsonNode field : command.path("fields")) {
        String kind = field.path("kind").asString("");
        String name = field.path("name").asString("");
        assertThat(field.path("help").asString(""))
            .as(name)
            .isNotBlank()
            .doesNotContain("${", "()");
        if (kind.equals("NUMBER") || kind.equals("CHOICE")) {
          String body =
              "{\"command\":\"%s\",\"values\":{\"%s\":\"?\"}}"
                  .formatted(command.path("command").asString(""), name);
          JsonNode checked =
              JsonMapper.shared().readTree(dashboard.post("/api/commands", body).body());
          assertThat(checked.path("problem").asString("")).as(body).contains(name);
        }
      }
    }
  }

  @Test
  void describesEveryAddress() {
    JsonNode paths = dashboard.json("/api/openapi.json").path("paths");

    assertThat(paths.size()).isGreaterThan(10);
    paths.forEachEntry((path, methods) -> {
      String asked = path.replaceAll("\\{\\w+}", "none");
      methods
          .propertyNames()
          .forEach(method -> {
            HttpRequest.Builder request =
                dashboard
                    .request(asked)
                    .header("Content-Type", "application/json")
                    .method(
                        method.toUpperCase(Locale.ROOT),
                        method.equals("get")
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(dashboard.send(request).body())
                .as(path)
                .doesNotContain("Nothing answers here");
          });
    });
  }

  @Test
  void tellsPrometheusOfTheRunningExperiment() throws IOException {
    assertThat(dashboard.get("/metrics").body()).contains("tasktracker_experiment_running 0.0\n");
    experiment(
        "sweep_1",
        started(ProcessHandle.current().pid()),
        "{\"event\":\"second\",\"system\":\"a\\\"b\",\"level\":8,\"phase\":\"measurement\",\"users\":8,"
            + "\"requests\":{\"throughput\":100.5,\"goodput\":99,\"p50_ms\":2,\"p95_ms\":null,\"errors\":{\"http_error\":3}},"
            + "\"services\":{\"db\":{\"cpu_percent\":12.5,\"memory_bytes\":1000}},\"fault\":null}");

    assertThat(dashboard.get("/metrics").body())
        .contains("tasktracker_experiment_running 1.0\n")
        .contains(
            "tasktracker_requests_per_second{experiment=\"sweep_1\",system=\"a\\\"b\",level=\"8\",phase=\"measurement\"} 100.5\n")
        .contains(
            "quantile=\"0.5\"} 0.002\n", "kind=\"http_error\"} 3.0\n", "service=\"db\"} 12.5\n")
        .doesNotContain("0.95");
  }
}
