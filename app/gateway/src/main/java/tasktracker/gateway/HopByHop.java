package tasktracker.gateway;

import io.helidon.http.HeaderName;
import java.util.Locale;
import java.util.Set;

/**
 * The header fields that are meant for the next hop alone (RFC 9110, section 7.6.1): a fixed set,
 * and those that {@code Connection} names.
 */
final class HopByHop {

  private static final Set<String> ALWAYS =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final String named;

  /**
   * @param connection value of the header {@code Connection}, empty without one
   */
  HopByHop(String connection) {
    named =
        connection.isEmpty()
            ? ""
            : "," + connection.replace(" ", "").toLowerCase(Locale.ROOT) + ",";
  }

  boolean contains(HeaderName name) {
    String lowerCase = name.lowerCase();
    return ALWAYS.contains(lowerCase)
        || (!named.isEmpty() && named.contains("," + lowerCase + ","));
  }
}
