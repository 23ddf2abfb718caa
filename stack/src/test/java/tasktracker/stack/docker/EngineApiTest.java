package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
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
}
