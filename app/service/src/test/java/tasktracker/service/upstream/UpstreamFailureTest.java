package tasktracker.service.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UpstreamFailureTest extends UpstreamFixture {

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
    try (ScriptedServer server = new ScriptedServer(UpstreamFailureTest::freeze)) {
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
}
