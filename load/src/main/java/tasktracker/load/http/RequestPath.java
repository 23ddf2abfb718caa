package tasktracker.load.http;

import java.util.Optional;

/**
 * What may stand in a request line after the method: a path with its query (RFC 9112, section
 * 3.2.1), percent-encoded as RFC 3986 asks for.
 */
public final class RequestPath {
  /** Left out by RFC 3986; brackets are too, but queries of many APIs hold them. */
  private static final String FORBIDDEN = "\"<>\\^`{|}";

  private static final String NOT_ENCODED =
      "must begin with / and have other characters percent-encoded (a blank is %20)";

  private RequestPath() {}

  /** What is wrong with a path, and what would be right; empty when nothing is. */
  public static Optional<String> complaint(String path) {
    if (!path.startsWith("/")) {
      return Optional.of(NOT_ENCODED);
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '#') {
        return Optional.of("has a fragment, which is never sent: leave out # and what follows");
      }
      if (c == '%' && !isEncoded(path, i)) {
        return Optional.of("has a % that two hexadecimal digits do not follow: write %25");
      }
      if (c <= ' ' || c > '~' || FORBIDDEN.indexOf(c) >= 0) {
        return Optional.of(NOT_ENCODED);
      }
    }
    return Optional.empty();
  }

  /** Whether two hexadecimal digits follow the percent sign at an index. */
  static boolean isEncoded(String path, int percent) {
    return percent + 2 < path.length()
        && isHex(path.charAt(percent + 1))
        && isHex(path.charAt(percent + 2));
  }

  private static boolean isHex(char c) {
    return c < 128 && Character.digit(c, 16) >= 0;
  }
}
