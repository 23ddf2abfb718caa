package tasktracker.load.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where requests go. The name is resolved once per test, so that no request waits for a name
 * server.
 *
 * @param address resolved address
 * @param name of the host, or its address where the URL has one; a certificate must bear it
 * @param authority value of the {@code Host} header
 * @param secure whether TLS is spoken
 */
public record Target(InetSocketAddress address, String name, String authority, boolean secure) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /**
   * Resolves the host of an {@code http} or {@code https} URL.
   *
   * @throws IOException when the name is unknown
   */
  public static Target resolve(URI uri) throws IOException {
    boolean secure = "https".equals(uri.getScheme());
    int usualPort = secure ? HTTPS_PORT : HTTP_PORT;
    int port = uri.getPort() < 0 ? usualPort : uri.getPort();
    String name = uri.getHost().replaceAll("[\\[\\]]", "");
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(name), port);
    return new Target(address, name, uri.getRawAuthority(), secure);
  }
}
