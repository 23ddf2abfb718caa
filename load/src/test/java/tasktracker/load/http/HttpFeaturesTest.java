package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.http.ScriptedServer.Exchange;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.Request;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.Session;

@Timeout(20)
class HttpFeaturesTest {
  private static final HttpSettings SETTINGS =
      HttpSettings.DEFAULT.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5));

  private final RecordedRequests log = new RecordedRequests();

  @Test
  void asksForCompressionOnlyWhereItIsWanted() throws Exception {
    try (ScriptedServer server = new ScriptedServer(e -> e.ok(""))) {
      on(server, SETTINGS, session -> session.get("/").send());
      on(server, SETTINGS.withGzip(true), session -> session.get("/").send());

      assertThat(server.requests().getFirst()).doesNotContain("Accept-Encoding");
      assertThat(server.requests().getLast()).contains("Accept-Encoding: gzip\r\n");
    }
  }

  @Test
  void showsAndCountsTheDecompressedBody() throws Exception {
    String body = "{\"title\":\"" + "Müll".repeat(5_000) + "\"}";
    Script script = e -> compressed(e.socket().getOutputStream(), body);
    try (ScriptedServer server = new ScriptedServer(script)) {
      on(
          server,
          SETTINGS.withGzip(true),
          session -> {
            assertThat(session.get("/").send().text()).isEqualTo(body);
            return session.get("/").check("whole", r -> r.text().equals(body)).send();
          });

      assertThat(log.last().contentSize()).isEqualTo(25_012);
      assertThat(log.last().result().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void countsABodyThatCannotBeDecompressedAsProtocolError() throws Exception {
    String garbage = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello";
    try (ScriptedServer server = new ScriptedServer(e -> e.send(garbage))) {
      on(server, SETTINGS, session -> session.get("/").send());

      assertThat(log.last().result().outcome()).isEqualTo(Outcome.PROTOCOL_ERROR);
    }
  }

  @Test
  void sendsABodyInChunks() throws Exception {
    Script script =
        e -> {
          InputStream chunks = new ChunkedInputStream(new SessionInputBufferImpl(1_024), e.in());
          e.ok(new String(chunks.readAllBytes(), StandardCharsets.US_ASCII));
        };
    String body = "0123456789".repeat(2_000);
    try (ScriptedServer server = new ScriptedServer(script)) {
      Response echo =
          on(
              server,
              SETTINGS,
              session ->
                  session
                      .post("/")
                      .body(body.getBytes(StandardCharsets.US_ASCII), "text/plain")
                      .chunked()
                      .send());

      assertThat(echo.text()).isEqualTo(body);
      assertThat(server.requests().getFirst())
          .contains("Transfer-Encoding: chunked\r\n")
          .doesNotContain("Content-Length");
    }
  }

  @Test
  void holdsTheBodyBackUntilTheServerWantsIt() throws Exception {
    Script script =
        e -> {
          e.send("HTTP/1.1 100 Continue\r\n\r\n");
          e.ok(read(e, 4));
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      Response echo = on(server, SETTINGS, session -> expectant(session).send());

      assertThat(echo.text()).isEqualTo("body");
      assertThat(server.requests().getFirst())
          .contains("Expect: 100-continue\r\n", "Content-Length: 4\r\n");
    }
  }

  @Test
  void doesNotSendABodyThatTheServerRefuses() throws Exception {
    CompletableFuture<Integer> received = new CompletableFuture<>();
    Script script =
        e -> {
          e.respond("413 Content Too Large", "");
          received.complete(e.in().read());
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      Response refused = on(server, SETTINGS, session -> expectant(session).send());

      assertThat(refused.status()).isEqualTo(413);
      assertThat(received.get()).isEqualTo(-1);
      assertThat(log.last().result().outcome()).isEqualTo(Outcome.HTTP_ERROR);
    }
  }

  @Test
  void sendsTheBodyWhereTheServerKnowsNothingOfExpectations() throws Exception {
    try (ScriptedServer server = new ScriptedServer(e -> e.ok(read(e, 4)))) {
      Response echo = on(server, SETTINGS, session -> expectant(session).send());

      assertThat(echo.text()).isEqualTo("body");
      assertThat(log.last().nanos()).isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 445\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 445\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
      })
  void readsNoBodyAfterAHeadRequest(String head) throws Exception {
    try (ScriptedServer server = new ScriptedServer(e -> e.send(head))) {
      on(
          server,
          SETTINGS,
          session -> {
            for (int i = 0; i < 3; i++) {
              assertThat(session.request("HEAD", "/").send().contentSize()).isZero();
            }
            return null;
          });

      assertThat(log.entries).extracting(e -> e.result().outcome()).containsOnly(Outcome.SUCCESS);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void readsABodyThatEndsWithTheConnection() throws Exception {
    Script script =
        e -> {
          e.send("HTTP/1.0 200 OK\r\n\r\n" + "x".repeat(10_000));
          e.socket().close();
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      on(
          server,
          SETTINGS,
          session -> {
            assertThat(session.get("/").send().contentSize()).isEqualTo(10_000);
            return session.get("/").send();
          });

      assertThat(log.entries).extracting(e -> e.result().outcome()).containsOnly(Outcome.SUCCESS);
      assertThat(log.reconnects).isZero();
    }
  }

  @Test
  void keepsTheConnectionOfAnOldServerThatOffersIt() throws Exception {
    String kept = "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedServer server = new ScriptedServer(e -> e.send(kept))) {
      on(
          server,
          SETTINGS,
          session -> {
            session.get("/").send();
            return session.get("/").send();
          });

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void replacesAConnectionOnWhichMoreCameThanWasAskedFor() throws Exception {
    String surplus = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 500 Surplus\r\n\r\n";
    try (ScriptedServer server = new ScriptedServer(e -> e.send(surplus))) {
      on(
          server,
          SETTINGS,
          session -> {
            assertThat(session.get("/").send().text()).isEqualTo("ok");
            return session.get("/").send();
          });

      assertThat(log.entries).extracting(e -> e.result().outcome()).containsOnly(Outcome.SUCCESS);
      assertThat(log.reconnects).isEqualTo(1);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void usesTheConnectionsOfAUserInTurn() throws Exception {
    Script script = e -> e.ok(Integer.toString(e.socket().getPort()));
    try (ScriptedServer server = new ScriptedServer(script)) {
      on(
          server,
          SETTINGS.withConnectionsPerUser(3),
          session -> {
            List<String> ports =
                Stream.generate(() -> session.get("/").send().text()).limit(6).toList();
            assertThat(ports.subList(0, 3)).doesNotHaveDuplicates().isEqualTo(ports.subList(3, 6));
            return null;
          });

      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void sendsDefaultHeadersThatASessionMayReplace() throws Exception {
    HttpSettings settings = SETTINGS.withHeader("X-Tenant", "a").withHeader("user-agent", "probe");
    try (ScriptedServer server = new ScriptedServer(e -> e.ok(""))) {
      on(
          server,
          settings,
          session -> {
            session.get("/").send();
            session.header("x-tenant", "b");
            return session.get("/").send();
          });

      assertThat(server.requests().getFirst())
          .contains("X-Tenant: a\r\n", "user-agent: probe\r\n")
          .doesNotContain("User-Agent");
      assertThat(server.requests().getLast()).contains("x-tenant: b\r\n").doesNotContain(": a\r\n");
    }
  }

  @Test
  void reachesAnIpv6Address() throws Exception {
    InetAddress address = InetAddress.ofLiteral("::1");
    assumeThat(NetworkInterface.getByInetAddress(address)).as("IPv6").isNotNull();
    try (ScriptedServer server = ScriptedServer.at(address, e -> e.ok(""))) {
      Response response =
          ((Use) session -> session.get("/").send()).of(server.uri("[::1]"), SETTINGS, log);

      assertThat(response.ok()).isTrue();
      assertThat(server.requests().getFirst()).contains("Host: [::1]:");
    }
  }

  private static void compressed(OutputStream out, String body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body.getBytes(StandardCharsets.UTF_8));
    }
    String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size();
    out.write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    bytes.writeTo(out);
  }

  private static String read(Exchange exchange, int length) throws IOException {
    return new String(exchange.in().readNBytes(length), StandardCharsets.US_ASCII);
  }

  private static Request expectant(Session session) {
    return session
        .post("/")
        .body("body".getBytes(StandardCharsets.US_ASCII), "text/plain")
        .expectContinue();
  }

  private Response on(ScriptedServer server, HttpSettings settings, Use use) throws Exception {
    return use.of(server.uri(), settings, log);
  }
}
