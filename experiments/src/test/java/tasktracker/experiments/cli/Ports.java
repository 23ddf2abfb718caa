package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** The ports of the built-in architectures, which one stack at a time can have. */
final class Ports {
  static final int MONOLITH = 9000;
  static final int GATEWAY = 8000;
  static final int TASK_SERVICE = 8002;

  private static final List<Integer> ALL =
      List.of(GATEWAY, 8001, TASK_SERVICE, 8003, MONOLITH, 5433, 5434, 5435);

  private Ports() {}

  /** Fails where something else listens, so that no test measures or ends a stack of others. */
  static void requireFree() {
    assertThat(taken())
        .as("ports in use that this test needs: stop what listens there, and run it again")
        .isEmpty();
  }

  static List<Integer> taken() {
    return ALL.stream().filter(Ports::taken).toList();
  }

  static boolean taken(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static ServerSocket occupy(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
