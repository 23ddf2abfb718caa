package tasktracker.service.upstream;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** From base URLs to the addresses of instances. */
final class Addresses {

  private Addresses() {}

  /**
   * Every address of every host is an instance. Of a host that has IPv4 and IPv6 addresses only
   * those of the family that the system prefers count: the other ones lead to the same instances. A
   * host that is unknown now stays unresolved.
   */
  static List<InetSocketAddress> of(List<URI> baseUrls) {
    return baseUrls.stream().flatMap(Addresses::of).distinct().toList();
  }

  /** Whether another look-up could give other addresses: a host is a name. */
  static boolean mayChange(List<URI> baseUrls) {
    return baseUrls.stream().anyMatch(url -> !url.getHost().matches("[\\d.]+|\\[.*]"));
  }

  private static Stream<InetSocketAddress> of(URI baseUrl) {
    if (!"http".equals(baseUrl.getScheme())
        || baseUrl.getHost() == null
        || !baseUrl.getPath().matches("/?")) {
      throw new IllegalArgumentException(
          "%s is no base URL of an instance; it looks like http://host:8001".formatted(baseUrl));
    }
    int port = baseUrl.getPort() < 0 ? 80 : baseUrl.getPort();
    try {
      InetAddress[] all = InetAddress.getAllByName(baseUrl.getHost());
      return Arrays.stream(all)
          .filter(address -> address.getClass() == all[0].getClass())
          .map(address -> new InetSocketAddress(address, port));
    } catch (UnknownHostException e) {
      return Stream.of(InetSocketAddress.createUnresolved(baseUrl.getHost(), port));
    }
  }
}
