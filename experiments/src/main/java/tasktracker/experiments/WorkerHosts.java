package tasktracker.experiments;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.error.UsageException;
import tasktracker.load.worker.WorkerPlaces;
import tasktracker.load.worker.WorkerToken;

/**
 * Workers that generate load at addresses of their own.
 *
 * @param addresses {@code HOST:PORT} of each
 * @param tokenFile the path of the file with the token that they share with this coordinator
 * @param entryHost name or address of this machine, as they reach it; null where they need not
 */
public record WorkerHosts(List<String> addresses, String tokenFile, String entryHost) {
  /** Copies the addresses. */
  public WorkerHosts {
    requireNonNull(tokenFile, "token_file is missing");
    addresses = List.copyOf(requireNonNull(addresses, "addresses is missing"));
  }

  /**
   * The workers of a load test.
   *
   * @param users of the load: nobody shares one
   * @throws UsageException when the token cannot be read
   */
  public WorkerPlaces places(int users) {
    List<InetSocketAddress> used =
        addresses.stream().limit(users).map(WorkerHosts::address).toList();
    return new WorkerPlaces.Listening(used, token());
  }

  /**
   * Checks that there is a token.
   *
   * @throws UsageException when there is none
   */
  public WorkerToken token() {
    try {
      return WorkerToken.read(Path.of(tokenFile));
    } catch (IOException e) {
      throw new UsageException(
          "--token-file %s: cannot be read, or holds no token".formatted(tokenFile), e);
    }
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    return InetSocketAddress.createUnresolved(
        text.substring(0, colon).replaceAll("[\\[\\]]", ""),
        Integer.parseInt(text.substring(colon + 1)));
  }

  /**
   * Where the workers find what answers at an address of this machine: there, or at the host that
   * they reach this machine by.
   *
   * @throws UsageException when they cannot
   */
  public URI reached(URI target) {
    Optional<String> elsewhere =
        addresses.stream()
            .map(text -> address(text).getHostString())
            .filter(host -> !isLoopback(host))
            .findFirst();
    if (elsewhere.isEmpty() || !isLoopback(target.getHost())) {
      return target;
    }
    UsageException.unless(
        entryHost != null,
        "%s is another machine for the worker on %s: name this one with --entry-host, or the target"
            + " as that host reaches it",
        target,
        elsewhere.get());
    String host = entryHost.contains(":") ? "[" + entryHost + "]" : entryHost;
    return URI.create("%s://%s:%s".formatted(target.getScheme(), host, target.getPort()));
  }

  /** Whether what users call in a stack of the lab must listen on more than loopback. */
  public boolean needOpenEntry() {
    return entryHost != null;
  }

  /** Whether one of them is on this machine. */
  public boolean shareThisMachine() {
    return addresses.stream()
        .map(text -> address(text).getHostString())
        .anyMatch(WorkerHosts::isThisMachine);
  }

  /** What limits every comparison, a sentence each without its end. */
  public Stream<String> limits() {
    return shareThisMachine()
        ? Stream.of("Workers share this machine with what runs on it, and take CPU from it")
        : Stream.empty();
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isThisMachine(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException | SocketException e) {
      return false;
    }
  }
}
