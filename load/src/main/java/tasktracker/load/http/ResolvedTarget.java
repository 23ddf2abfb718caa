package tasktracker.load.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Where requests go. The name is resolved once per test, so that no request waits for a name
 * server.
 *
 * @param addresses resolved addresses, at least one, in the order in which they are tried
 * @param name of the host, or its address where the URL has one; a certificate must bear it
 * @param authority value of the {@code Host} header
 * @param secure whether TLS is spoken
 */
public record ResolvedTarget(
    List<InetSocketAddress> addresses, String name, String authority, boolean secure) {

  /** Copies the list. */
  public ResolvedTarget {
    addresses = List.copyOf(addresses);
  }

  /**
   * Resolves the host of an {@code http} or {@code https} URL.
   *
   * @throws IOException when the name is unknown
   * @throws IllegalArgumentException when the URL names no host
   */
  public static ResolvedTarget resolve(URI uri) throws IOException {
    TargetHost host = TargetHost.of(uri);
    List<InetSocketAddress> addresses =
        Arrays.stream(InetAddress.getAllByName(host.name()))
            .map(address -> new InetSocketAddress(address, host.port()))
            .toList();
    return new ResolvedTarget(addresses, host.name(), host.authority(), host.secure());
  }

  /**
   * Connects to it once, without TLS, and hangs up.
   *
   * @throws IOException when no address can be connected to in time
   */
  public void connectOnce(Duration patience) throws IOException {
    new Dialer(this, HttpSettings.DEFAULT.withTimeouts(patience, patience)).dial().close();
  }

  int port() {
    return addresses.getFirst().getPort();
  }
}
