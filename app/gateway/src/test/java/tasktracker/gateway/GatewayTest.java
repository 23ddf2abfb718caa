package tasktracker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.gateway.RawClient.Response;

class GatewayTest extends GatewayFixture {

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

  private static String okFrom(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static String head(String response) {
    return response.substring(0, response.indexOf("\r\n\r\n") + 4);
  }
}
