package tasktracker.stack.system.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import tasktracker.stack.HealthProbe;
import tasktracker.stack.ServiceProbe;

/**
 * Asks a process of a user: for its health path where it has one, else whether it takes
 * connections.
 */
record CommandProbe(int port, Optional<String> path) implements ServiceProbe {

  @Override
  public boolean serves(Duration timeout) {
    return connects(timeout).healthy();
  }

  @Override
  public HealthProbe.Answer health(Duration timeout) {
    return path.map(
            asked -> HealthProbe.askHealth(URI.create("http://127.0.0.1:" + port + asked), timeout))
        .orElseGet(() -> connects(timeout));
  }

  private HealthProbe.Answer connects(Duration timeout) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) timeout.toMillis());
      return new HealthProbe.Answer(true, "takes connections");
    } catch (IOException e) {
      return new HealthProbe.Answer(false, "port %d: %s".formatted(port, e.getMessage()));
    }
  }
}
