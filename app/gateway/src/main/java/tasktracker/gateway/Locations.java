package tasktracker.gateway;

import java.net.URI;
import tasktracker.service.upstream.Upstream;

/** Keeps redirects outside: a client cannot follow one to an inner address. */
final class Locations {

  private Locations() {}

  /**
   * Reduces a URL that leads to an instance of the service to its path; others stay as they are.
   */
  static String outside(String location, Upstream upstream) {
    if (!location.contains("//")) {
      return location;
    }
    URI uri;
    try {
      uri = URI.create(location);
    } catch (IllegalArgumentException e) {
      return location;
    }
    if (uri.getHost() == null
        || !upstream.hasInstanceAt(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort())) {
      return location;
    }
    String path = location.substring(location.indexOf("//") + 2 + uri.getRawAuthority().length());
    return path.startsWith("/") ? path : "/" + path;
  }
}
