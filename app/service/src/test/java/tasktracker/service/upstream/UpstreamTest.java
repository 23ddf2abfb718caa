package tasktracker.service.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class UpstreamTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";
  private static final UpstreamSettings SETTINGS = UpstreamSettings.DEFAULTS;
  private static final UpstreamSettings IMPATIENT =
      SETTINGS.withTimeouts(Duration.ofMillis(200), Duration.ofMillis(200));

  private Upstream upstream;

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void sendsMethodTargetHeadersAndBodyAsTheyAre() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      upstream = to(server);
      String text =
          text(
              new UpstreamRequest("PUT", "/a%2Fb//c?q=%20x&q=&?")
                  .header("X-One", "1")
                  .header("X-One", "2")
                  .body("söme".getBytes(UTF_8)));
      assertThat(text).isEqualTo("ok");
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("PUT /a%2Fb//c?q=%20x&q=&? HTTP/1.1\r\n")
          .contains("\r\nX-One: 1\r\nX-One: 2\r\n")
          .contains("\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
          .contains("\r\nContent-Length: 5\r\n");
    }
  }

  @Test
  void sendsABodyOfUnknownLengthInChunks() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      upstream = to(server);
      InputStream body = new ByteArrayInputStream("chunky".getBytes(UTF_8));
      assertThat(text(new UpstreamRequest("POST", "/").chunkedBody(body))).isEqualTo("ok");
      assertThat(server.requests().getFirst()).endsWith("\r\n\r\n6\r\nchunky\r\n0\r\n\r\n");
    }
  }

  @Test
  void readsAChunkedBody() throws IOException {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.answering(chunked)) {
      upstream = to(server);
      assertThat(text(get())).isEqualTo("abcde");
      assertThat(text(get())).isEqualTo("abcde");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void readsABodyThatEndsWithTheConnection() throws IOException {
    String response = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil the end";
    try (ScriptedServer server = answeringOnce(response)) {
      upstream = to(server);
      assertThat(text(get())).isEqualTo("until the end");
      assertThatNothingIsHeld();
    }
  }

  @Test
  void usesOneConnectionForManyRequests() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      upstream = to(server);
      for (int i = 0; i < 50; i++) {
        text(get());
      }
      assertThat(server.connections()).isEqualTo(1);
      assertThat(figures()).isEqualTo(new InstanceFigures(address(server), 1, 0, 1, true));
    }
  }

  @Test
  void keepsTheConnectionAfterResponsesWithoutABody() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(peer -> {
          peer.readRequest();
          peer.write(NO_CONTENT);
          peer.readRequest();
          peer.write("HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n");
          peer.readRequest();
          peer.write("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n");
          peer.readRequest();
          peer.write(OK);
        })) {
      upstream = to(server);
      assertThat(text(new UpstreamRequest("DELETE", "/"))).isEmpty();
      assertThat(text(get())).isEmpty();
      assertThat(text(new UpstreamRequest("HEAD", "/"))).isEmpty();
      assertThat(text(get())).isEqualTo("ok");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void closesTheConnectionWhenTheServiceAsksForIt() throws IOException {
    String response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: Close\r\n\r\nok";
    try (ScriptedServer server = ScriptedServer.answering(response)) {
      upstream = to(server);
      assertThat(text(get())).isEqualTo("ok");
      assertThatNothingIsHeld();
      assertThat(text(get())).isEqualTo("ok");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void closesTheConnectionWhenTheBodyIsNotReadToItsEnd() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      upstream = to(server);
      try (UpstreamResponse response = upstream.send(get())) {
        assertThat(response.body().read()).isEqualTo('o');
        assertThat(figures().inUse()).isEqualTo(1);
      }
      assertThatNothingIsHeld();
    }
  }

  @Test
  void doesNotReuseAConnectionWithBytesBehindTheResponse() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(OK + "smuggled")) {
      upstream = to(server);
      assertThat(text(get())).isEqualTo("ok");
      assertThat(text(get())).isEqualTo("ok");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void replacesAConnectionThatTheServiceClosedWhileItWasIdle() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (ScriptedServer server =
        new ScriptedServer(peer -> {
          peer.readRequest();
          peer.write(OK);
          peer.close();
          closed.countDown();
        })) {
      upstream = to(server);
      assertThat(text(get())).isEqualTo("ok");
      closed.await();
      assertThat(text(get())).isEqualTo("ok");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void closesConnectionsThatAreIdleTooLong() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      upstream =
          new Upstream(
              "s", List.of(server.url()), IMPATIENT.withIdleTimeout(Duration.ofMillis(50)));
      text(get());
      Await.until(() -> server.openConnections() == 0);
      assertThatNothingIsHeld();
    }
  }

  @Test
  void isUnreachableWhereNobodyListens() throws IOException {
    ScriptedServer server = ScriptedServer.answering(OK);
    server.close();
    upstream = to(server);
    assertThatThrownBy(() -> upstream.send(get()))
        .isInstanceOf(UpstreamException.Unreachable.class)
        .hasMessageContaining("task-service cannot be reached: " + address(server));
    assertThatNothingIsHeld();
  }

  @Test
  void isUnreachableUnderAnUnknownName() {
    upstream = to("http://no-such-host.invalid:80");
    assertThatThrownBy(() -> upstream.send(get()))
        .isInstanceOf(UpstreamException.Unreachable.class)
        .hasMessageContaining("no-such-host.invalid");
  }

  @Test
  void timesOutWhenNoResponseComes() throws IOException {
    try (ScriptedServer server = new ScriptedServer(UpstreamTest::freeze)) {
      upstream = new Upstream("task-service", List.of(server.url()), IMPATIENT);
      assertThatThrownBy(() -> upstream.send(get()))
          .isInstanceOf(UpstreamException.TimedOut.class)
          .hasMessage("task-service did not answer within 200 ms");
      assertThat(server.requests()).hasSize(1);
      assertThatNothingIsHeld();
    }
  }

  @Test
  void timesOutWhenTheHeadComesDropByDrop() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(peer -> {
          peer.readRequest();
          for (int i = 0; i < 200; i++) {
            peer.write("H");
            Thread.sleep(20);
          }
        })) {
      upstream = new Upstream("task-service", List.of(server.url()), IMPATIENT);
      assertThatThrownBy(() -> upstream.send(get())).isInstanceOf(UpstreamException.TimedOut.class);
    }
  }

  @Test
  void timesOutWhenTheBodyStops() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(peer -> {
          peer.readRequest();
          peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nstart");
          freeze(peer);
        })) {
      upstream = new Upstream("task-service", List.of(server.url()), IMPATIENT);
      UpstreamResponse response = upstream.send(get());
      assertThatThrownBy(() -> response.body().readAllBytes())
          .isInstanceOf(UpstreamException.TimedOut.class);
      assertThatNothingIsHeld();
    }
  }

  @Test
  void timesOutWhenTheServiceStopsReadingTheBody() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedServer server =
        new ScriptedServer(peer -> {
          peer.readHead();
          over.await();
        })) {
      upstream = new Upstream("task-service", List.of(server.url()), IMPATIENT);
      assertThatThrownBy(() -> upstream.send(post(new byte[32 << 20])))
          .isInstanceOf(UpstreamException.TimedOut.class);
      assertThatNothingIsHeld();
    } finally {
      over.countDown();
    }
  }

  @Test
  void doesNotCountTheTimeThatTheCallerTakes() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      upstream = new Upstream("task-service", List.of(server.url()), IMPATIENT);
      InputStream slow = new CallerBody(() -> pause(Duration.ofMillis(500)));
      try (UpstreamResponse response =
          upstream.send(new UpstreamRequest("POST", "/").body(slow, 1))) {
        pause(Duration.ofMillis(500));
        assertThat(response.body().readAllBytes()).hasSize(2);
      }
    }
  }

  @Test
  void sendsNothingAgainWhenTheConnectionBreaks() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(peer -> {
          peer.readRequest();
          peer.reset();
        })) {
      upstream = to(server);
      assertThatThrownBy(() -> upstream.send(get()))
          .isInstanceOf(UpstreamException.BrokenOff.class);
      assertThat(server.requests()).hasSize(1);
      assertThatNothingIsHeld();
    }
  }

  @Test
  void sendsNothingAgainWhenAReusedConnectionBreaks() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(peer -> {
          peer.readRequest();
          peer.write(OK);
          peer.readRequest();
        })) {
      upstream = to(server);
      text(get());
      assertThatThrownBy(() -> upstream.send(get()))
          .isInstanceOf(UpstreamException.BrokenOff.class);
      assertThat(server.requests()).hasSize(2);
      assertThatNothingIsHeld();
    }
  }

  @Test
  void isBrokenOffByAnythingThatIsNotAWholeResponse() throws IOException {
    for (String garbage :
        List.of(
            "",
            "SSH-2.0-OpenSSH\r\n",
            "HTTP/1.1 two hundred\r\n\r\n",
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\r\nX-Cut: 1\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: rot13\r\n\r\nab")) {
      try (ScriptedServer server = answeringOnce(garbage);
          Upstream broken = to(server)) {
        upstream = broken;
        assertThatThrownBy(() -> upstream.send(get()))
            .as(garbage)
            .isInstanceOf(UpstreamException.BrokenOff.class);
        assertThatNothingIsHeld();
      }
    }
  }

  @Test
  void isBrokenOffByABodyThatEndsEarly() throws IOException {
    for (String cut :
        List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nstart",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nstart\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nstart\r\n")) {
      try (ScriptedServer server = answeringOnce(cut);
          Upstream broken = to(server)) {
        upstream = broken;
        UpstreamResponse response = upstream.send(get());
        assertThatThrownBy(() -> response.body().readAllBytes())
            .as(cut)
            .isInstanceOf(UpstreamException.BrokenOff.class);
        assertThatNothingIsHeld();
      }
    }
  }

  @Test
  void handsOutAResponseThatComesBeforeTheWholeBodyWasSent() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(peer -> {
          peer.readHead();
          peer.write("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
        })) {
      upstream = to(server);
      try (UpstreamResponse response = upstream.send(post(new byte[32 << 20]))) {
        assertThat(response.status()).isEqualTo(413);
        assertThat(response.body().readAllBytes()).hasSize(3);
      }
      assertThatNothingIsHeld();
    }
  }

  @Test
  void passesOnWhatTheCallersBodyThrowsAndNeverLetsItLookComplete() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      upstream = to(server);
      InputStream broken =
          new SequenceInputStream(
              new ByteArrayInputStream(new byte[64 << 10]),
              new CallerBody(() -> {
                throw new IOException("client is gone");
              }));
      assertThatThrownBy(() -> upstream.send(new UpstreamRequest("POST", "/").chunkedBody(broken)))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("client is gone");
      assertThatNothingIsHeld();
      Await.until(() -> server.requests().size() == 1);
      assertThat(server.requests()).noneMatch(request -> request.endsWith("0\r\n\r\n"));
    }
  }

  @Test
  void opensNoMoreConnectionsThanAllowed() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      upstream =
          new Upstream("task-service", List.of(server.url()), SETTINGS.withMaxConnections(2));
      UpstreamResponse one = upstream.send(get());
      UpstreamResponse two = upstream.send(get());
      assertThatThrownBy(() -> upstream.send(get()))
          .isInstanceOf(UpstreamException.Unreachable.class)
          .hasMessageContaining("all 2 connections to " + address(server) + " are in use");
      one.close();
      assertThat(text(get())).isEqualTo("ok");
      two.close();
      assertThat(figures().inUse()).isZero();
    }
  }

  /** A body of x without end; something happens before every byte. */
  private static final class CallerBody extends InputStream {

    interface Event {
      void happen() throws IOException;
    }

    private final Event event;

    CallerBody(Event event) {
      this.event = event;
    }

    @Override
    public int read() throws IOException {
      event.happen();
      return 'x';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      buffer[offset] = (byte) read();
      return 1;
    }
  }

  private static void freeze(ScriptedServer.Peer peer) throws IOException {
    while (peer.readRequest()) {
      // Reads on and never answers.
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ScriptedServer answeringOnce(String response) throws IOException {
    return new ScriptedServer(peer -> {
      peer.readRequest();
      peer.write(response);
    });
  }

  private static Upstream to(ScriptedServer server) {
    return to(server.url().toString());
  }

  private static Upstream to(String url) {
    return new Upstream("task-service", List.of(URI.create(url)), SETTINGS);
  }

  private static UpstreamRequest get() {
    return new UpstreamRequest("GET", "/");
  }

  private static UpstreamRequest post(byte[] body) {
    return new UpstreamRequest("POST", "/").body(body);
  }

  private String text(UpstreamRequest request) throws IOException {
    try (UpstreamResponse response = upstream.send(request)) {
      return new String(response.body().readAllBytes(), UTF_8);
    }
  }

  private static String address(ScriptedServer server) {
    return "127.0.0.1:" + server.port();
  }

  private InstanceFigures figures() {
    return upstream.figures().getFirst();
  }

  private void assertThatNothingIsHeld() {
    assertThat(figures().inUse()).isZero();
    assertThat(figures().idle()).isZero();
  }
}
