package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.Response;

@Timeout(60)
class TlsTest {
  private static final HttpSettings SETTINGS =
      HttpSettings.DEFAULT.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5));
  private static final HttpSettings INSECURE = SETTINGS.withInsecure(true);

  @TempDir private static Path folder;
  private static SelfSigned localhost;

  private final RecordedRequests log = new RecordedRequests();

  @BeforeAll
  static void makeCertificate() throws Exception {
    localhost = SelfSigned.make(folder, "localhost");
  }

  @AfterEach
  void trustAsUsual() {
    System.clearProperty("javax.net.ssl.trustStore");
    System.clearProperty("javax.net.ssl.trustStorePassword");
  }

  @Test
  void takesASelfSignedCertificateWhereThatIsAllowed() throws Exception {
    String body = "x".repeat(100_000);
    try (ScriptedServer server = ScriptedServer.secure(localhost.context(), e -> e.ok(body))) {
      Response response =
          on(
              server.uri(),
              INSECURE,
              session -> {
                session.get("/").send();
                return session.get("/").send();
              });

      assertThat(response.text()).isEqualTo(body);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void refusesASelfSignedCertificateOtherwise() throws Exception {
    try (ScriptedServer server = ScriptedServer.secure(localhost.context(), e -> e.ok(""))) {
      on(server.uri("localhost"), SETTINGS, session -> session.get("/").send());

      assertThat(log.last().result().outcome()).isEqualTo(Outcome.PROTOCOL_ERROR);
      assertThat(log.last().result().message()).isEqualTo("SSLError('TLS handshake failed')");
      assertThat(log.last().result().example()).contains("certification path");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void takesATrustedCertificateOfTheHostAndNoOther() throws Exception {
    System.setProperty("javax.net.ssl.trustStore", localhost.store().toString());
    System.setProperty("javax.net.ssl.trustStorePassword", SelfSigned.PASSWORD);
    try (ScriptedServer server = ScriptedServer.secure(localhost.context(), e -> e.ok("ok"))) {
      Response named = on(server.uri("localhost"), SETTINGS, session -> session.get("/").send());
      assertThat(named.ok()).isTrue();

      on(server.uri("127.0.0.1"), SETTINGS, session -> session.get("/").send());
      assertThat(log.last().result().outcome()).isEqualTo(Outcome.PROTOCOL_ERROR);
      assertThat(log.last().result().example()).contains("subject alternative names");
    }
  }

  @Test
  void countsAServerWithoutTlsAsProtocolError() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> greet(plain));
      URI uri = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      on(uri, INSECURE, session -> session.get("/").send());
    }
    assertThat(log.last().result().outcome()).isEqualTo(Outcome.PROTOCOL_ERROR);
  }

  @Test
  void countsAHandshakeWithoutEndAsConnectTimeout() throws Exception {
    HttpSettings hasty = INSECURE.withTimeouts(Duration.ofMillis(200), Duration.ofSeconds(5));
    try (ScriptedServer mute = new ScriptedServer(_ -> Thread.sleep(60_000))) {
      URI uri = URI.create("https://127.0.0.1:" + mute.uri().getPort());
      on(uri, hasty, session -> session.get("/").send());
    }
    assertThat(log.last().result().outcome()).isEqualTo(Outcome.CONNECT_TIMEOUT);
  }

  @Test
  void keepsAnIdleConnectionOnWhichOnlyTlsSpoke() throws Exception {
    try (ScriptedServer server = ScriptedServer.secure(localhost.context(), e -> e.ok(""))) {
      on(
          server.uri(),
          INSECURE,
          session -> {
            ((HttpSession) session).connect();
            Thread.sleep(100);
            return session.get("/").send();
          });

      assertThat(log.last().result().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(log.reconnects).isZero();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void replacesAConnectionThatTheServerClosedWhileIdle() throws Exception {
    try (ScriptedServer server = ScriptedServer.secure(localhost.context(), e -> e.ok(""))) {
      on(
          server.uri(),
          INSECURE,
          session -> {
            session.get("/").send();
            server.closeConnections();
            Thread.sleep(100);
            return session.get("/").send();
          });

      assertThat(log.entries).extracting(e -> e.result().outcome()).containsOnly(Outcome.SUCCESS);
      assertThat(log.reconnects).isEqualTo(1);
    }
  }

  @Test
  void countsABodyThatWasCutShortAsReset() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.secure(
            localhost.context(),
            e -> {
              e.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
              e.socket().close();
            })) {
      on(server.uri(), INSECURE, session -> session.get("/").send());

      assertThat(log.last().result().outcome()).isEqualTo(Outcome.CONNECTION_RESET);
    }
  }

  @Test
  void countsABodyThatEndsWithTheConnectionAsIncompleteUnlessTlsSaysSo() throws Exception {
    String body = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello";
    try (ScriptedServer server =
        ScriptedServer.secure(
            localhost.context(),
            e -> {
              e.send(body);
              e.socket().close();
            })) {
      try (Cut cut = Cut.before(server.uri())) {
        on(cut.uri(), INSECURE, session -> session.get("/").send());

        assertThat(log.last().result().outcome()).isEqualTo(Outcome.CONNECTION_RESET);
        assertThat(log.last().result().example()).contains("close_notify");
      }

      Response whole = on(server.uri(), INSECURE, session -> session.get("/").send());

      assertThat(log.last().result().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(whole.text()).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @CsvSource({"localhost, localhost", "127.0.0.1,", "shop, shop", "shop.example, shop.example"})
  void tellsTheNameOfTheHost(String host, String told) throws Exception {
    AtomicReference<List<SNIServerName>> names = new AtomicReference<>();
    try (ScriptedServer server =
        ScriptedServer.secure(
            localhost.context(),
            e -> {
              SSLSession session = ((SSLSocket) e.socket()).getSession();
              names.set(((ExtendedSSLSession) session).getRequestedServerNames());
              e.ok("");
            })) {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.uri().getPort());
      ResolvedTarget target = new ResolvedTarget(List.of(address), host, host, true);
      try (Sessions sessions = new Sessions(target, INSECURE);
          HttpSession session = sessions.open(log)) {
        session.get("/").send();
      }
    }

    assertThat(log.last().result().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(names.get())
        .extracting(name -> new String(name.getEncoded(), StandardCharsets.US_ASCII))
        .isEqualTo(told == null ? List.of() : List.of(told));
  }

  private static void greet(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket
          .getOutputStream()
          .write("220 mail.example.com\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response on(URI uri, HttpSettings settings, Use use)
      throws IOException, InterruptedException {
    return use.of(uri, settings, log);
  }
}
