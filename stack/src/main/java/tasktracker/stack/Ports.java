package tasktracker.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import tasktracker.error.EnvironmentException;

/** Ports on the loopback address of this machine. */
public final class Ports {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 100_000;

  private Ports() {}

  /**
   * Checks that nobody listens on a port.
   *
   * @throws EnvironmentException naming the port and, where the system tells, who has it
   */
  public static void requireFree(String service, int port) {
    try {
      listen(port);
    } catch (IOException e) {
      throw new EnvironmentException(
          "port %d, which %s needs, is %s".formatted(port, service, taken(port)), e);
    }
  }

  private static String taken(int port) {
    Optional<PortOwner.Holder> owner = PortOwner.of(port);
    return PublishedPort.mayBe(owner)
        ? new PublishedPort(port)
            .explanation()
            .orElseGet(() -> "taken" + by(owner) + ": stop that first")
        : "taken" + by(owner) + ": stop that first";
  }

  private static String by(Optional<PortOwner.Holder> owner) {
    return owner.map(process -> " by " + process).orElse("");
  }

  /**
   * As many free ports, none of them among those that are spoken for. They lie below those that the
   * system gives to the near ends of connections, so that nobody takes the port of an instance
   * while it is being restarted.
   */
  public static List<Integer> free(int count, Set<Integer> taken) {
    Set<Integer> found = new TreeSet<>();
    for (int tries = 0; found.size() < count && tries < TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (!taken.contains(port) && isFree(port)) {
        found.add(port);
      }
    }
    if (found.size() < count) {
      throw new EnvironmentException(
          "no %d free ports from %d to %d: end what listens there"
              .formatted(count, LOWEST, HIGHEST));
    }
    return List.copyOf(found);
  }

  private static boolean isFree(int port) {
    try {
      listen(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void listen(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
  }
}
