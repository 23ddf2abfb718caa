package tasktracker.experiments.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tasktracker.experiments.EnvironmentException;

/** Ports on the loopback address of this machine. */
public final class Ports {
  private Ports() {}

  /**
   * Checks that nobody listens on a port.
   *
   * @throws EnvironmentException naming the port and, where the system tells, who has it
   */
  public static void requireFree(String service, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      String owner = PortOwner.of(port).map(name -> " by " + name).orElse("");
      throw new EnvironmentException(
          "port %d, which %s needs, is taken%s: stop that first".formatted(port, service, owner),
          e);
    }
  }

  /** As many free ports, none of them among those that are spoken for. */
  public static List<Integer> free(int count, Set<Integer> taken) {
    Set<Integer> found = new HashSet<>();
    try {
      while (found.size() < count) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
          if (!taken.contains(socket.getLocalPort())) {
            found.add(socket.getLocalPort());
          }
        }
      }
    } catch (IOException e) {
      throw new EnvironmentException("no free port: " + e.getMessage(), e);
    }
    return found.stream().sorted().toList();
  }
}
