package tasktracker.service.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PoolTest extends UpstreamFixture {

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
          peer.write("HTTP/1.1 204 No Content\r\n\r\n");
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
}
