package tasktracker.load.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** A header as it goes over the wire, with its line end (RFC 9110, section 5). */
public final class HeaderLine {
  private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

  private HeaderLine() {}

  /**
   * Checks that a header can be sent.
   *
   * @throws IllegalArgumentException when the name or the value would break the message
   */
  public static void check(String name, String value) {
    if (!Token.isToken(name)) {
      throw new IllegalArgumentException("\"" + name + "\" is no name of a header");
    }
    if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("header " + name + " follows from the body");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r' || c == '\n') {
        throw new IllegalArgumentException("header " + name + " must be one line");
      }
      if ((c < ' ' && c != '\t') || c == 0x7F) {
        throw new IllegalArgumentException("header " + name + " must have no control characters");
      }
      if (c > 0xFF) {
        throw new IllegalArgumentException("header " + name + " must be of Latin-1 characters");
      }
    }
  }

  /**
   * @throws IllegalArgumentException when the name or the value would break the message
   */
  static byte[] of(String name, String value) {
    check(name, value);
    return (name + ": " + value + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
