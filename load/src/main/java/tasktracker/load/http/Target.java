package tasktracker.load.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/**
 * Where requests go. The name is resolved once per test, so that no request waits for a name
 * server.
 *
 * @param address resolved address
 * @param host value of the {@code Host} header
 * @param connectTimeout longest wait for a connection
 * @param responseTimeout longest wait from the begin of a request to the end of its response
 */
public record Target(
    InetSocketAddress address, String host, Duration connectTimeout, Duration responseTimeout) {
  private static final int HTTP_PORT = 80;

  /**
   * Resolves the host of a URL.
   *
   * @throws IOException when the name is unknown
   */
  public static Target resolve(URI uri, Duration connectTimeout, Duration responseTimeout)
      throws IOException {
    int port = uri.getPort() < 0 ? HTTP_PORT : uri.getPort();
    String name = uri.getHost().replaceAll("[\\[\\]]", "");
    return new Target(
        new InetSocketAddress(InetAddress.getByName(name), port),
        uri.getRawAuthority(),
        connectTimeout,
        responseTimeout);
  }
}
