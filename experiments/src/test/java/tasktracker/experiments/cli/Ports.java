package tasktracker.experiments.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The ports of the built-in architectures. As an extension, demands that they are free. */
final class Ports implements BeforeEachCallback {
  static final List<Integer> MONOLITH = List.of(9000, 5435);
  static final List<Integer> MICROSERVICES = List.of(8000, 8001, 8002, 8003, 5433, 5434);

  @Override
  public void beforeEach(ExtensionContext test) {
    List<Integer> taken =
        Stream.of(MONOLITH, MICROSERVICES).flatMap(List::stream).filter(Ports::taken).toList();
    if (!taken.isEmpty()) {
      throw new AssertionError(
          "ports "
              + taken
              + " are in use, and this test brings real stacks up on them:"
              + " stop what listens there ('./tasktracker stack down', or the sweep of a colleague)");
    }
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
