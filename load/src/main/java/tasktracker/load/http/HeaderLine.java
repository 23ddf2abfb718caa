package tasktracker.load.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A header as it goes over the wire, with its line end. */
final class HeaderLine {
  /** RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern FRAMING =
      Pattern.compile("content-length|transfer-encoding", Pattern.CASE_INSENSITIVE);

  private HeaderLine() {}

  /**
   * @throws IllegalArgumentException when the name or the value would break the message
   */
  static byte[] of(String name, String value) {
    if (!TOKEN.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is no name of a header");
    }
    if (FRAMING.matcher(name).matches()) {
      throw new IllegalArgumentException("header " + name + " follows from the body");
    }
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("header " + name + " must be one line");
    }
    if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(value)) {
      throw new IllegalArgumentException("header " + name + " must be of Latin-1 characters");
    }
    return (name + ": " + value + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
