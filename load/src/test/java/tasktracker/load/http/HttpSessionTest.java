package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.Response;

@Timeout(20)
class HttpSessionTest {
  private static final Duration TIMEOUT = Duration.ofMillis(300);

  private final RecordedRequests log = new RecordedRequests();

  @Test
  void sendsMethodPathHeadersAndBody() throws Exception {
    try (ScriptedServer server = new ScriptedServer(e -> e.ok(e.body()))) {
      Response response =
          on(
              server,
              session -> {
                session.header("Authorization", "Bearer old");
                session.header("Authorization", "Bearer new");
                session.header("Accept", "application/json");
                return session
                    .post("/tasks?x=1")
                    .named("Create")
                    .header("X-One", "1")
                    .header("accept", "text/csv")
                    .json("{\"title\":\"Müll\"}")
                    .send();
              });

      assertThat(server.requests().getFirst())
          .startsWith("POST /tasks?x=1 HTTP/1.1\r\n")
          .contains("Host: 127.0.0.1:", "Authorization: Bearer new\r\n", "X-One: 1\r\n")
          .contains("Content-Type: application/json\r\n", "Content-Length: 17\r\n")
          .contains("accept: text/csv\r\n")
          .doesNotContain("Bearer old", "Accept:");
      assertThat(response.ok()).isTrue();
      assertThat(response.json().get("title").asString()).isEqualTo("Müll");
      assertThat(log.last().endpoint()).isEqualTo(new Endpoint("POST", "Create"));
      assertThat(log.last().contentSize()).isEqualTo(17);
    }
  }

  @Test
  void keepsOneConnectionForAllRequests() throws Exception {
    try (ScriptedServer server = new ScriptedServer(e -> e.ok("x".repeat(20_000)))) {
      on(
          server,
          session -> {
            for (int i = 0; i < 20; i++) {
              assertThat(session.get("/").send().contentSize()).isEqualTo(20_000);
            }
            return null;
          });

      assertThat(server.connections()).isEqualTo(1);
      assertThat(log.reconnects).isZero();
    }
  }

  @Test
  void readsChunkedBodies() throws Exception {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    try (ScriptedServer server = new ScriptedServer(e -> e.send(chunked))) {
      on(
          server,
          session -> {
            assertThat(session.get("/").send().text()).isEqualTo("abcde");
            return session.get("/").send();
          });

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void answersWithoutBodyLeaveTheConnectionUsable() throws Exception {
    Script script =
        e -> {
          if (e.requestLine().startsWith("DELETE")) {
            e.send("HTTP/1.1 204 No Content\r\n\r\n");
          } else {
            e.send("HTTP/1.1 100 Continue\r\n\r\n");
            e.ok("after");
          }
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      on(
          server,
          session -> {
            assertThat(session.delete("/").expect(204).send().ok()).isTrue();
            assertThat(session.get("/").send().text()).isEqualTo("after");
            return null;
          });

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void opensAnotherConnectionWhereTheServerAnnouncedToClose() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(e -> {
          e.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
          e.socket().close();
        })) {
      on(
          server,
          session -> {
            session.get("/").send();
            return session.get("/").send();
          });

      assertThat(log.entries).extracting(e -> e.result().outcome()).containsOnly(Outcome.SUCCESS);
      assertThat(server.connections()).isEqualTo(2);
      assertThat(log.reconnects).isZero();
    }
  }

  @Test
  void replacesAndCountsAConnectionThatTheServerClosedWhileIdle() throws Exception {
    try (ScriptedServer server = new ScriptedServer(e -> e.ok(""))) {
      on(
          server,
          session -> {
            session.get("/").send();
            server.closeConnections();
            Thread.sleep(50);
            return session.get("/").send();
          });

      assertThat(log.entries).extracting(e -> e.result().outcome()).containsOnly(Outcome.SUCCESS);
      assertThat(log.reconnects).isEqualTo(1);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void countsAnHttpErrorAndKeepsTheConnection() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(e -> e.respond("503 Service Unavailable", "{\"detail\":\"no\"}"))) {
      on(
          server,
          session -> {
            session.get("/").named("Home").send();
            return session.get("/").named("Home").send();
          });

      assertThat(log.last().result().outcome()).isEqualTo(Outcome.HTTP_ERROR);
      assertThat(log.last().result().message())
          .isEqualTo("HTTPError('503 Server Error: Service Unavailable for url: Home')");
      assertThat(log.last().result().example()).isEqualTo("{\"detail\":\"no\"}");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void countsAnUnexpectedStatusAndAFailedCheck() throws Exception {
    try (ScriptedServer server = new ScriptedServer(e -> e.ok("no json"))) {
      on(
          server,
          session -> {
            assertThat(session.get("/").expect(201).send().ok()).isFalse();
            assertThat(session.get("/").check("has an id", r -> r.json().has("id")).send().ok())
                .isFalse();
            return null;
          });

      assertThat(log.entries)
          .extracting(e -> e.result().outcome())
          .containsExactly(Outcome.CHECK_FAILED, Outcome.CHECK_FAILED);
      assertThat(log.entries)
          .extracting(e -> e.result().message())
          .containsExactly(
              "CatchResponseError('status 200, not 201')", "CatchResponseError('has an id')");
    }
  }

  @Test
  void countsARefusedConnection() throws Exception {
    URI nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
    }

    Response response = on(nobody, session -> session.get("/").send());

    assertThat(response.status()).isZero();
    assertThat(response.ok()).isFalse();
    assertThat(log.last().result().outcome()).isEqualTo(Outcome.CONNECT_REFUSED);
  }

  @Test
  void countsAConnectTimeoutWhereTheBacklogIsFull() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Backlog _ = Backlog.fill(full)) {
      on(URI.create("http://127.0.0.1:" + full.getLocalPort()), session -> session.get("/").send());

      assertThat(log.last().result().outcome()).isEqualTo(Outcome.CONNECT_TIMEOUT);
      assertThat(log.last().nanos()).isGreaterThanOrEqualTo(TIMEOUT.toNanos());
    }
  }

  @Test
  void countsAResponseTimeoutEvenWhileBytesTrickleIn() throws Exception {
    Script trickle =
        e -> {
          e.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
          while (true) {
            e.send("x");
            Thread.sleep(20);
          }
        };
    try (ScriptedServer server = new ScriptedServer(trickle)) {
      Response response = on(server, session -> session.get("/").send());

      assertThat(response.status()).isZero();
      assertThat(log.last().result().outcome()).isEqualTo(Outcome.RESPONSE_TIMEOUT);
      assertThat(log.last().nanos()).isGreaterThanOrEqualTo(TIMEOUT.toNanos());
    }
  }

  @Test
  void countsAResetConnectionAndNeverRetries() throws Exception {
    try (ScriptedServer server = new ScriptedServer(e -> e.closeWithReset())) {
      on(server, session -> session.get("/").send());

      assertThat(log.last().result().outcome()).isEqualTo(Outcome.CONNECTION_RESET);
      assertThat(log.entries).hasSize(1);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void countsAConnectionThatEndsBeforeTheBodyDoes() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(e -> {
          e.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
          e.socket().close();
        })) {
      on(server, session -> session.get("/").send());

      assertThat(log.last().result().outcome()).isEqualTo(Outcome.CONNECTION_RESET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ICMP/9 hello\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
      })
  void countsAMalformedResponseAsProtocolErrorAndGoesOn(String garbage) throws Exception {
    Script script =
        e -> {
          if (e.requestLine().contains("/bad")) {
            e.send(garbage);
          } else {
            e.ok("good");
          }
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      Response good =
          on(
              server,
              session -> {
                session.get("/bad").send();
                return session.get("/").send();
              });

      assertThat(log.entries.getFirst().result().outcome()).isEqualTo(Outcome.PROTOCOL_ERROR);
      assertThat(good.ok()).isTrue();
    }
  }

  @Test
  void refusesAHeaderWithALineBreak() throws Exception {
    try (ScriptedServer server = new ScriptedServer(e -> e.ok(""))) {
      assertThatThrownBy(() ->
              on(
                  server,
                  session -> {
                    session.header("X", "a\r\nY: b");
                    return null;
                  }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("header X must be one line");
    }
  }

  @Test
  void abortEndsARequestInFlight() throws Exception {
    try (ScriptedServer server = new ScriptedServer(_ -> Thread.sleep(60_000));
        Sessions sessions = sessions(server.uri(), Duration.ofMinutes(1))) {
      Thread user = Thread.startVirtualThread(() -> sessions.open(log).get("/").send());
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }

      sessions.abort();

      assertThat(user.join(Duration.ofSeconds(10))).isTrue();
    }
  }

  private Response on(ScriptedServer server, Use use) throws Exception {
    return on(server.uri(), use);
  }

  private Response on(URI uri, Use use) throws Exception {
    return use.of(uri, HttpSettings.DEFAULT.withTimeouts(TIMEOUT, TIMEOUT), log);
  }

  private static Sessions sessions(URI uri, Duration timeout) throws IOException {
    return new Sessions(
        ResolvedTarget.resolve(uri), HttpSettings.DEFAULT.withTimeouts(TIMEOUT, timeout));
  }
}
