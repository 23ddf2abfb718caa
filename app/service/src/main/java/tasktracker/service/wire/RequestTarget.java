package tasktracker.service.wire;

import java.nio.charset.StandardCharsets;

/**
 * The request target (RFC 9112, section 3.2): the origin form as it is, the absolute form reduced
 * to it. Everything else is refused. Nothing is decoded, normalised or replaced.
 */
final class RequestTarget {

  private static final String SCHEME = "http://";

  private RequestTarget() {}

  /**
   * Checks a target whose bytes are all {@link Characters#TARGET}.
   *
   * @return where the origin form begins: {@code from}, or behind the authority of an absolute form
   */
  static int check(byte[] data, int from, int to) {
    int origin = data[from] == '/' ? from : behindAuthority(data, from, to);
    for (int i = origin; i < to; i++) {
      if (data[i] == '%') {
        if (i + 2 >= to
            || !Characters.is(data[i + 1], Characters.HEX)
            || !Characters.is(data[i + 2], Characters.HEX)) {
          throw Refusal.malformed("The request target has a % without two hexadecimal digits");
        }
        i += 2;
      } else if (data[i] == '[' || data[i] == ']') {
        throw Refusal.malformed("The request target has a character that must be encoded");
      }
    }
    return origin;
  }

  private static int behindAuthority(byte[] data, int from, int to) {
    int begin = from + SCHEME.length();
    if (begin >= to || !Characters.equal(data, from, begin, SCHEME)) {
      throw Refusal.malformed("The request target must begin with a slash");
    }
    int end = begin;
    while (end < to && data[end] != '/' && data[end] != '?') {
      end++;
    }
    if (end == begin) {
      throw Refusal.malformed("The request target names no host");
    }
    return end;
  }

  /** Refuses an absolute form that names another host than the header Host does. */
  static void requireHost(byte[] data, int from, int origin, int hostFrom, int hostTo) {
    int begin = from + SCHEME.length();
    String host = new String(data, hostFrom, hostTo - hostFrom, StandardCharsets.US_ASCII);
    String named = new String(data, begin, origin - begin, StandardCharsets.US_ASCII);
    if (!host.equalsIgnoreCase(named)) {
      throw Refusal.malformed("The request target and the header Host name different hosts");
    }
  }
}
