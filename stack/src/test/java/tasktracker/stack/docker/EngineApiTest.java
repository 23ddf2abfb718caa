package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineApiTest {
  @TempDir Path folder;

  @Test
  void givesUpOnAnEngineThatDoesNotAnswer() throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("engine.sock"));
    try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      silent.bind(address);
      EngineApi engine = new EngineApi(address, Duration.ofMillis(300));

      assertThatThrownBy(() -> engine.statistics("4711")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void isAnsweredOneQuestionAfterTheOther() throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("engine.sock"));
    try (ServerSocketChannel answering = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      answering.bind(address);
      Thread.ofVirtual().start(() -> answerAll(answering));
      EngineApi engine = new EngineApi(address, Duration.ofHours(1));

      for (int i = 0; i < 20; i++) {
        assertThat(engine.statistics("4711").path("id").asInt(0)).isEqualTo(1);
      }
    }
  }

  private static void answerAll(ServerSocketChannel server) {
    try {
      while (true) {
        try (SocketChannel asked = server.accept()) {
          asked.read(ByteBuffer.allocate(4096));
          asked.write(ISO_8859_1.encode("HTTP/1.0 200 OK\r\n\r\n{\"id\":1}"));
        }
      }
    } catch (IOException e) {
      // The test is over.
      return;
    }
  }
}
