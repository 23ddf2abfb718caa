package tasktracker.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.gateway.RawClient.Response;
import tasktracker.service.Environment;
import tasktracker.service.Server;
import tasktracker.service.SettingException;

@Timeout(10)
class GatewayTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String TASKS = "/api/v1/tasks/";

  private ScriptedServer tasks;
  private Server gateway;
  private RawClient client;

  @AfterEach
  void stop() throws IOException {
    if (client != null) {
      client.close();
      gateway.close();
      tasks.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/auth/login, users",
    "/api/v1/tasks, tasks",
    "/api/v1/tasks/, tasks",
    "/api/v1/tasks/stats, tasks",
    "/api/v1/tasks?limit=1, tasks",
    "/api/v1/stats/, stats"
  })
  void findsTheServiceByThePath(String target, String service) throws IOException {
    try (ScriptedServer users = ScriptedServer.answering(okFrom("users"));
        ScriptedServer stats = ScriptedServer.answering(okFrom("stats"))) {
      start(
          ScriptedServer.alwaysAnswering(okFrom("tasks")),
          Map.of(
              "USER_SERVICE_URLS", users.url().toString(),
              "STATS_SERVICE_URLS", stats.url().toString()));
      assertThat(client.call("GET", target).body()).isEqualTo(service);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/tasksome", "/api/v1", "/elsewhere"})
  void answers404ForAPathOfNoService(String target) throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    assertProblem(client.call("GET", target), 404, "Nothing answers at this path");
    assertThat(tasks.requests()).isEmpty();
  }

  @Test
  void isHealthyWhateverItsServicesAre() throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    tasks.close();
    Response health = client.call("GET", "/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"healthy\",\"service\":\"api-gateway\"}");
    assertThat(client.call("GET", "/").body()).contains("\"status\":\"running\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
  void passesOnEveryMethodWithAndWithoutABody(String method) throws IOException {
    start(ScriptedServer.alwaysAnswering(method.equals("HEAD") ? head(OK) : OK));
    assertThat(client.call(method, TASKS).status()).isEqualTo(200);
    client.send(method, TASKS, "Content-Length: 4");
    client.write("body");
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK");
    assertThat(tasks.requests().getFirst()).startsWith(method + " ").endsWith("\r\n\r\n");
    assertThat(tasks.requests().getLast()).startsWith(method + " ").endsWith("\r\n\r\nbody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/tasks/a%2Fb%20c/",
        "/api/v1/tasks//x/../y",
        "/api/v1/tasks/?",
        "/api/v1/tasks/?q=a%26b&q=%C3%BC&r=a+b&s=?/",
        "/api/v1/tasks/;v=1/x"
      })
  void leavesPathAndQueryUntouched(String target) throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    client.call("GET", target);
    assertThat(tasks.requests().getFirst()).startsWith("GET " + target + " HTTP/1.1\r\n");
  }

  @Test
  void passesOnAChunkedBody() throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    client.send("POST", TASKS, "Transfer-Encoding: chunked");
    client.write("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    assertThat(client.read().body()).isEqualTo("ok");
    assertThat(tasks.requests().getFirst())
        .contains("\r\nTransfer-Encoding: chunked\r\n")
        .endsWith("5\r\nabcde\r\n0\r\n\r\n");
  }

  @Test
  void dropsHopByHopHeadersOfTheRequest() throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    client.call(
        "GET",
        TASKS,
        "Connection: keep-alive",
        "Connection: X-Hop",
        "X-Hop: 1",
        "Keep-Alive: timeout=5",
        "TE: trailers",
        "Proxy-Connection: keep-alive",
        "Accept: a/b",
        "X-Many: 1",
        "X-Many: 2");
    assertThat(tasks.requests().getFirst())
        .doesNotContainIgnoringCase("\r\nconnection:", "x-hop", "keep-alive", "\r\nte:")
        .contains("\r\nAccept: a/b\r\n", "\r\nX-Many: 1\r\nX-Many: 2\r\n");
  }

  @Test
  void keepsEndToEndHeadersOfTheResponseAndDoublesNone() throws IOException {
    start(
        ScriptedServer.alwaysAnswering(
            """
            HTTP/1.1 201 Made
            Date: Mon, 01 Jan 2024 00:00:00 GMT
            Server: inner
            Connection: X-Hop, keep-alive
            X-Hop: 1
            Keep-Alive: timeout=5
            Set-Cookie: a=1
            Set-Cookie: b=2
            Content-Type: text/x
            Content-Length: 2

            ok\
            """
                .replace("\n", "\r\n")));
    Response response = client.call("GET", TASKS);
    assertThat(response.head()).startsWith("HTTP/1.1 201 Made\r\n");
    assertThat(response.header("Date")).containsExactly("Mon, 01 Jan 2024 00:00:00 GMT");
    assertThat(response.header("Server")).containsExactly("inner");
    assertThat(response.header("Content-Type")).containsExactly("text/x");
    assertThat(response.header("Content-Length")).containsExactly("2");
    assertThat(response.header("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(response.header("X-Hop")).isEmpty();
    assertThat(response.header("Keep-Alive")).isEmpty();
    assertThat(response.header("Connection")).isEmpty();
    assertThat(response.header("Transfer-Encoding")).isEmpty();
  }

  @Test
  void givesEveryRequestAnIdUnlessItHasOne() throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    List<String> given = client.call("GET", TASKS).header("X-Request-Id");
    assertThat(given).singleElement().asString().matches("[0-9a-f]{16}");
    assertThat(tasks.requests().getFirst())
        .contains("\r\nX-Request-Id: " + given.getFirst() + "\r\n");
    assertThat(client.call("GET", TASKS).header("X-Request-Id")).isNotEqualTo(given);
    assertThat(client.call("GET", TASKS, "X-Request-Id: mine").header("X-Request-Id"))
        .containsExactly("mine");
    assertThat(tasks.requests().getLast()).containsOnlyOnce("X-Request-Id: mine");
  }

  @Test
  void tellsTheServiceAboutTheClient() throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    client.call("GET", TASKS);
    assertThat(tasks.requests().getLast())
        .contains(
            "\r\nHost: tasks.example\r\n",
            "\r\nX-Forwarded-For: 127.0.0.1\r\n",
            "\r\nX-Forwarded-Proto: http\r\n",
            "\r\nX-Forwarded-Host: tasks.example\r\n");
    client.call("GET", TASKS, "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https");
    assertThat(tasks.requests().getLast())
        .contains("\r\nX-Forwarded-For: 192.0.2.1, 127.0.0.1\r\n")
        .containsOnlyOnce("X-Forwarded-Proto: https");
  }

  @Test
  void keepsRedirectsOutside() throws IOException {
    start(peer -> {
      while (peer.readRequest()) {
        peer.write(
            "HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: http://127.0.0.1:"
                + tasks.port()
                + "/api/v1/tasks/?a=1\r\n\r\n");
        peer.readRequest();
        peer.write(
            "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://other.example/\r\n\r\n");
      }
    });
    assertThat(client.call("GET", TASKS).header("Location")).containsExactly("/api/v1/tasks/?a=1");
    assertThat(client.call("GET", TASKS).header("Location"))
        .containsExactly("http://other.example/");
  }

  @Test
  void leavesBothConnectionsUsableAfterResponsesWithoutABody() throws IOException {
    start(peer -> {
      peer.readRequest();
      peer.write("HTTP/1.1 204 No Content\r\n\r\n");
      peer.readRequest();
      peer.write("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\nETag: \"x\"\r\n\r\n");
      peer.readRequest();
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
      peer.readRequest();
      peer.write(OK);
    });
    assertThat(client.call("DELETE", TASKS + "1").status()).isEqualTo(204);
    assertThat(client.call("GET", TASKS).header("ETag")).containsExactly("\"x\"");
    assertThat(client.call("HEAD", TASKS).header("Content-Length")).containsExactly("9");
    assertThat(client.call("GET", TASKS).body()).isEqualTo("ok");
    assertThat(tasks.connections()).isEqualTo(1);
  }

  @Test
  void opensOneInnerConnectionForAClientsManyRequests() throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    for (int i = 0; i < 50; i++) {
      assertThat(client.call("GET", TASKS).body()).isEqualTo("ok");
    }
    assertThat(tasks.requests()).hasSize(50);
    assertThat(tasks.connections()).isEqualTo(1);
  }

  @Test
  void answers503WhereNobodyListens() throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    tasks.close();
    Response response = client.call("GET", TASKS);
    assertProblem(response, 503, "task-service cannot be reached now");
    assertThat(response.header("X-Request-Id")).hasSize(1);
    assertThat(client.call("GET", TASKS).status()).isEqualTo(503);
  }

  @Test
  void answers504WhenTheServiceIsTooSlow() throws IOException {
    start(
        peer -> {
          while (peer.readRequest()) {
            // Reads on and never answers.
          }
        },
        Map.of("RESPONSE_TIMEOUT", "200ms"));
    assertProblem(client.call("GET", TASKS), 504, "task-service took too long to answer");
    assertThat(tasks.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"
      })
  void answers502WhenTheServiceBreaksOffAndAsksNobodyAgain(String answer) throws IOException {
    start(peer -> {
      peer.readRequest();
      peer.write(answer);
    });
    assertProblem(client.call("GET", TASKS), 502, "task-service broke off without an answer");
    assertThat(tasks.requests()).hasSize(1);
    assertThat(client.call("GET", "/health").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"
      })
  void cutsTheResponseWhenTheServiceBreaksOffInTheMiddle(String begun) throws IOException {
    start(peer -> {
      peer.readRequest();
      peer.write(begun);
    });
    assertThatThrownBy(() -> client.call("GET", TASKS)).isInstanceOf(EOFException.class);
  }

  @Test
  void passesOnEachPartOfAResponseAsItComes() throws IOException {
    CountDownLatch firstPartRead = new CountDownLatch(1);
    start(peer -> {
      peer.readRequest();
      peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
      firstPartRead.await();
      peer.write("4\r\nlast\r\n0\r\n\r\n");
    });
    client.send("GET", TASKS);
    assertThat(client.readHead()).contains("Transfer-Encoding: chunked");
    assertThat(client.readLine()).isEqualTo("5");
    assertThat(client.readLine()).isEqualTo("first");
    firstPartRead.countDown();
    assertThat(client.readLine()).isEqualTo("4");
    assertThat(client.readLine()).isEqualTo("last");
  }

  @Test
  void passesOnARequestWhileItIsComing() throws Exception {
    int half = 64 << 10;
    CountDownLatch firstHalfArrived = new CountDownLatch(1);
    start(peer -> {
      peer.readHead();
      peer.read(half / 2);
      firstHalfArrived.countDown();
      peer.read(half + half / 2);
      peer.write(OK);
    });
    client.send("POST", TASKS, "Content-Length: " + 2 * half);
    client.write("y".repeat(half));
    firstHalfArrived.await();
    client.write("y".repeat(half));
    assertThat(client.read().body()).isEqualTo("ok");
  }

  @Test
  void passesOnLargeBodiesInBothDirections() throws IOException {
    int size = 4 << 20;
    start(ScriptedServer.alwaysAnswering(okFrom("x".repeat(size))));
    client.send("POST", TASKS, "Content-Length: " + size);
    client.write("y".repeat(size));
    assertThat(client.read().body()).hasSize(size);
    assertThat(tasks.requests().getFirst()).endsWith("y".repeat(size));
    assertThat(tasks.connections()).isEqualTo(1);
  }

  @Test
  void passesOnARefusalThatComesBeforeTheWholeBodyWasSent() throws IOException {
    start(peer -> {
      peer.readHead();
      peer.write(
          "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 3\r\n\r\nbig");
    });
    int size = 8 << 20;
    client.send("POST", TASKS, "Content-Length: " + size);
    client.write("y".repeat(size));
    Response response = client.read();
    assertThat(response.status()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("big");
    assertThat(client.call("GET", "/health").status()).isEqualTo(200);
  }

  @Test
  void neverLetsTheBrokenOffBodyOfAClientLookComplete() throws IOException, InterruptedException {
    start(ScriptedServer.alwaysAnswering(OK));
    client.send("POST", TASKS, "Transfer-Encoding: chunked");
    client.write("10000\r\n" + "y".repeat(0x10000) + "\r\n");
    client.close();
    Await.until(() -> !tasks.requests().isEmpty());
    assertThat(tasks.requests().getFirst()).startsWith("POST").doesNotEndWith("0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "https://127.0.0.1:1", "http://127.0.0.1:1/path"})
  void refusesAnAddressThatIsNoBaseUrl(String url) {
    assertThatThrownBy(() -> Gateway.start(Environment.of(Map.of("TASK_SERVICE_URLS", url))))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("TASK_SERVICE_URLS")
        .hasMessageContaining("http://127.0.0.1:8002");
  }

  private void start(ScriptedServer.Script script) throws IOException {
    start(script, Map.of());
  }

  private void start(ScriptedServer.Script script, Map<String, String> settings)
      throws IOException {
    tasks = new ScriptedServer(script);
    Map<String, String> all = new HashMap<>(settings);
    all.put("PORT", "0");
    all.put("TASK_SERVICE_URLS", tasks.url().toString());
    gateway = Gateway.start(Environment.of(all));
    client = new RawClient(gateway.url());
  }

  private static String okFrom(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static String head(String response) {
    return response.substring(0, response.indexOf("\r\n\r\n") + 4);
  }

  private static void assertProblem(Response response, int status, String detail) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.header("Content-Type")).containsExactly("application/problem+json");
    assertThat(response.body()).contains("\"detail\":\"" + detail + "\"");
  }
}
