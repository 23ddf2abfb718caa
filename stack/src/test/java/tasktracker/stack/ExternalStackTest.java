package tasktracker.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tasktracker.error.EnvironmentException;

class ExternalStackTest {
  private HttpServer server;
  private ExternalStack stack;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    stack =
        new ExternalStack(
            "monolith", URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void isHealthyWhenHealthAnswers200() {
    answerHealthWith(200);

    assertThatCode(stack::requireHealthy).doesNotThrowAnyException();
  }

  @Test
  void saysWhichStatusHealthAnsweredInstead() {
    answerHealthWith(503);

    assertUnhealthy("status 503");
  }

  @Test
  void saysThatNothingAnswers() {
    server.stop(0);

    assertUnhealthy("Connection refused");
  }

  @Test
  void isNotStoppedByClosing() {
    answerHealthWith(200);

    stack.close();

    assertThatCode(stack::requireHealthy).doesNotThrowAnyException();
  }

  private void answerHealthWith(int status) {
    server.createContext("/health", exchange -> exchange.sendResponseHeaders(status, -1));
  }

  private void assertUnhealthy(String reason) {
    assertThatThrownBy(stack::requireHealthy)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("monolith is not healthy at " + stack.entry())
        .hasMessageContaining(reason)
        .hasMessageContaining("start it, name its URL, or leave out --runtime external");
  }
}
