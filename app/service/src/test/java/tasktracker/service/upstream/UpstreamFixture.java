package tasktracker.service.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Calls to one scripted service, and what the tests look at. */
@Timeout(10)
abstract class UpstreamFixture {

  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  static final UpstreamSettings SETTINGS = UpstreamSettings.DEFAULTS;
  static final UpstreamSettings IMPATIENT =
      SETTINGS.withTimeouts(Duration.ofMillis(200), Duration.ofMillis(200));

  Upstream upstream;

  @AfterEach
  void close() {
    upstream.close();
  }

  static ScriptedServer answeringOnce(String response) throws IOException {
    return new ScriptedServer(peer -> {
      peer.readRequest();
      peer.write(response);
    });
  }

  static Upstream to(ScriptedServer server) {
    return to(server.url().toString());
  }

  static Upstream to(String url) {
    return new Upstream("task-service", List.of(URI.create(url)), SETTINGS);
  }

  static UpstreamRequest get() {
    return new UpstreamRequest("GET", "/");
  }

  static UpstreamRequest post(byte[] body) {
    return new UpstreamRequest("POST", "/").body(body);
  }

  String text(UpstreamRequest request) throws IOException {
    try (UpstreamResponse response = upstream.send(request)) {
      return new String(response.body().readAllBytes(), UTF_8);
    }
  }

  static String address(ScriptedServer server) {
    return "127.0.0.1:" + server.port();
  }

  InstanceFigures figures() {
    return upstream.figures().getFirst();
  }

  void assertThatNothingIsHeld() {
    assertThat(figures().inUse()).isZero();
    assertThat(figures().idle()).isZero();
  }
}
