package tasktracker.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a dashboard refuses, asked over sockets. */
class DashboardSecurityTest {
  private static final String SECRET = "not for anybody";

  @TempDir Path folder;
  private ServedDashboard dashboard;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("secret.json"), SECRET);
    dashboard = ServedDashboard.in(folder);
    SmallFolder.of(dashboard.results().resolve("sweep_1"));
  }

  @AfterEach
  void end() {
    dashboard.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files/sweep_1/../../secret.json",
        "/files/sweep_1/..%2f..%2fsecret.json",
        "/files/sweep_1/%2e%2e/%2e%2e/secret.json",
        "/files/../secret.json",
        "/files/..%2f/secret.json",
        "/files/%2e%2e/secret.json",
        "/files/sweep_1//etc/passwd",
        "/files/sweep_1/%2fetc%2fpasswd",
        "/files/sweep_1/..%5c..%5csecret.json",
        "/files/sweep_1/config.json%00.html",
        "/files/sweep_1/link.json",
        "/files/linked/secret.json",
        "/api/experiments/..%2f",
        "/api/experiments/%2e%2e",
        "/plots/..%2f/secret.json",
        "/plots/../results/sweep_1",
        "/assets/../../secret.json",
        "/assets/Dashboard.class"
      })
  void showsNothingBesideItsResults(String path) throws IOException {
    Files.createSymbolicLink(
        dashboard.results().resolve("sweep_1/link.json"), folder.resolve("secret.json"));
    Files.createSymbolicLink(dashboard.results().resolve("linked"), folder);

    String status = dashboard.status("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

    assertThat(status).matches("HTTP/1.1 (400|404) .*");
  }

  @Test
  void showsAFileOfAnExperimentShutOffFromEverythingElse() throws IOException {
    Files.writeString(
        dashboard.results().resolve("sweep_1/report.html"), "<script>alert(1)</script>");

    HttpResponse<String> page = dashboard.get("/files/sweep_1/report.html");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("sandbox allow-scripts; default-src 'none'");
    assertThat(dashboard.get("/files/sweep_1/config.json").headers().firstValue("Content-Type"))
        .hasValue("text/plain; charset=utf-8");
  }

  @Test
  void itsOwnPagesRunNoScriptsOfOthers() {
    String policy =
        dashboard.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

    assertThat(policy).contains("script-src 'self'", "default-src 'none'").doesNotContain("unsafe");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403"
  })
  void changesNothingForPagesFromElsewhere(String header, String value, int status) {
    HttpResponse<String> answer =
        dashboard.send(
            dashboard
                .request("/api/experiments/sweep_1/trash")
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString("{\"confirm\":\"sweep_1\"}")));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(dashboard.results().resolve("sweep_1")).exists();
  }

  @Test
  void takesNoFormOfAPageFromElsewhere() {
    HttpResponse<String> answer =
        dashboard.send(
            dashboard
                .request("/api/experiments/sweep_1/trash")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"confirm\":\"sweep_1\"}")));

    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void letsNoPageFromElsewhereFollow() {
    assertThat(
            dashboard
                .send(dashboard.request("/api/experiments").header("Sec-Fetch-Site", "cross-site"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void opensPagesForALinkFromElsewhereButAnalysesNothingForIt() {
    assertThat(linked("/experiments/sweep_1")).isEqualTo(200);
    assertThat(linked("/api/experiments/sweep_1/verdict?anyway")).isEqualTo(403);
    assertThat(linked("/%61pi/experiments/sweep_1/verdict?anyway")).isEqualTo(403);
  }

  private int linked(String path) {
    return dashboard
        .send(
            dashboard
                .request(path)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate"))
        .statusCode();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8089, 200",
    "127.0.0.1, 200",
    "[::1]:8089, 200",
    "evil.example, 421",
    "127.0.0.1.evil.example:8089, 421",
    "localhost.evil.example, 421"
  })
  void answersUnderNoNameThatOthersMayPointHere(String host, int status) throws IOException {
    assertThat(
            dashboard.status("GET /api/experiments HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(host)))
        .startsWith("HTTP/1.1 " + status);
  }

  @Test
  void asksForItsToken(@TempDir Path other) throws IOException {
    try (ServedDashboard guarded = ServedDashboard.withToken(other, "s3cret-token")) {
      assertThat(guarded.get("/").statusCode()).isEqualTo(401);
      assertThat(guarded.get("/metrics").statusCode()).isEqualTo(401);
      assertThat(guarded.get("/?token=s3cret-tokem").statusCode()).isEqualTo(401);
      assertThat(bearer(guarded, "s3cret-tokem")).isEqualTo(401);
      assertThat(bearer(guarded, "s3cret-token")).isEqualTo(200);
      HttpResponse<String> entered = guarded.get("/?token=s3cret-token");
      assertThat(entered.statusCode()).isEqualTo(303);
      String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
      assertThat(
              guarded
                  .send(
                      guarded
                          .request("/api/experiments")
                          .header("Cookie", cookie.substring(0, cookie.indexOf(';'))))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void staysOpenToABrowserThatOpensOneOnAnotherPort(@TempDir Path here, @TempDir Path there)
      throws Exception {
    try (ServedDashboard one = ServedDashboard.withToken(here, "first-token");
        ServedDashboard other = ServedDashboard.withToken(there, "second-token");
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      assertThat(opened(browser, one, "/?token=first-token")).isEqualTo(303);
      assertThat(opened(browser, other, "/?token=second-token")).isEqualTo(303);

      assertThat(opened(browser, one, "/api/experiments")).isEqualTo(200);
      assertThat(opened(browser, other, "/api/experiments")).isEqualTo(200);
    }
  }

  private static int opened(HttpClient browser, ServedDashboard guarded, String path)
      throws Exception {
    return browser
        .send(guarded.request(path).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static int bearer(ServedDashboard guarded, String token) {
    return guarded
        .send(guarded.request("/api/experiments").header("Authorization", "Bearer " + token))
        .statusCode();
  }

  @Test
  void readsNoLargeBody() throws IOException {
    String head =
        "POST /api/jobs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    assertThat(dashboard.status(head + "Content-Length: 10000000\r\n\r\n{"))
        .startsWith("HTTP/1.1 413");
    assertThat(dashboard.get("/api/experiments").statusCode()).isEqualTo(200);
  }

  @Test
  void servesSomeStreamsRefusesOthersAndGoesOnAnswering() throws IOException {
    Path log = dashboard.results().resolve("sweep_1/live.jsonl");
    Files.writeString(
        log,
        "{\"event\":\"started\",\"at\":\"%s\",\"kind\":\"sweep\",\"pid\":%d}\n"
            .formatted(Instant.now(), ProcessHandle.current().pid()));
    List<Socket> streams = new ArrayList<>();
    int served = 0;
    int refused = 0;
    try {
      for (int i = 0; i < 200; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.port());
        streams.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write(
            "GET /api/experiments/sweep_1/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .getBytes(UTF_8));
        String status = firstLine(socket.getInputStream());
        served += status.contains(" 200 ") ? 1 : 0;
        refused += status.contains(" 503 ") ? 1 : 0;
      }

      assertThat(served).isEqualTo(48);
      assertThat(refused).isEqualTo(152);
      assertThat(dashboard.get("/api/experiments").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : streams) {
        socket.close();
      }
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  @Test
  void takesNamesAndFilesOfOthersForWhatTheyAre() throws IOException {
    String hostile = "<img src=x onerror=alert(1)>\"'&_20261124_101500";
    Path there = Files.createDirectories(dashboard.results().resolve(hostile));
    Files.writeString(
        there.resolve("config.json"),
        "{\"architectures\":[\"</script><script>alert(1)</script>\",7,null],\"arguments\":[[]],"
            + "\"concurrency_levels\":[\"x\",1e99,-3],\"start_time\":\"yesterday\"}");
    Files.writeString(
        there.resolve("live.jsonl"),
        """
        not json
        {"event":"started"
        {"event":"verdict","headlines":[{}],"validity":[]}
        {"event":"ended","exit_code":"x"}
        """);
    Files.writeString(there.resolve("note.json"), "[");
    Files.createDirectories(dashboard.results().resolve("deep/deeper"));

    JsonNode list = dashboard.json("/api/experiments").path("experiments");

    assertThat(list.valueStream().map(each -> each.path("folder").asString("")))
        .containsExactlyInAnyOrder("sweep_1", hostile);
    String address = URLEncoder.encode(hostile, UTF_8).replace("+", "%20");
    assertThat(dashboard.json("/api/experiments/" + address).path("summary").path("folder"))
        .hasToString("\"" + hostile.replace("\"", "\\\"") + "\"");
    assertThat(dashboard.get("/api/experiments/" + address + "/verdict").statusCode())
        .isEqualTo(400);
  }

  @Test
  void followsNoLinkOutOfAFolder() throws IOException {
    Path other = Files.writeString(folder.resolve("config.json"), "{\"a\":\"" + SECRET + "\"}");
    Path there = Files.createDirectories(dashboard.results().resolve("sweep_2"));
    Files.writeString(there.resolve("failure_results.json"), "{}");
    Files.createSymbolicLink(there.resolve("config.json"), other);
    Files.createSymbolicLink(there.resolve("live.jsonl"), folder.resolve("secret.json"));

    assertThat(dashboard.get("/api/experiments/sweep_2").body())
        .contains("failure_results.json")
        .doesNotContain(SECRET);
    assertThat(dashboard.get("/api/experiments/sweep_2/events").statusCode()).isEqualTo(404);
  }

  @Test
  void waitsForNoPipeInAFolder() throws Exception {
    Path there = Files.createDirectories(dashboard.results().resolve("sweep_2"));
    Files.writeString(there.resolve("config.json"), "{}");
    assertThat(
            new ProcessBuilder("mkfifo", there.resolve("live.jsonl").toString()).start().waitFor())
        .isZero();

    HttpResponse<String> list =
        dashboard.send(dashboard.request("/api/experiments").timeout(Duration.ofSeconds(30)));

    assertThat(list.body()).contains("sweep_2");
  }

  @Test
  void startsNoCommandThatIsNoExperiment() {
    assertThat(started("{\"command\":\"stack\",\"values\":{}}")).contains("no experiment stack");
    assertThat(started("{\"command\":\"sweep\",\"values\":{\"--outdir\":\"/etc\"}}"))
        .contains("no --outdir");
    assertThat(started("{\"command\":\"load\",\"values\":{\"TARGET\":\"--outdir=/etc\"}}"))
        .contains("must not begin with -");
    assertThat(started("{\"command\":\"sweep\",\"values\":{\"--arch\":\"a\\u0000b\"}}"))
        .contains("control characters");
    assertThat(started("[1]")).contains("JSON object");
    assertThat(started("{")).contains("no JSON");
  }

  private String started(String body) {
    HttpResponse<String> answer = dashboard.post("/api/jobs", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    return answer.body();
  }
}
