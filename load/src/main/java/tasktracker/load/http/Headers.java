package tasktracker.load.http;

import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.BufferedHeader;
import org.apache.hc.core5.util.CharArrayBuffer;

/** Headers in the form that HttpCore writes without formatting them again. */
final class Headers {
  private Headers() {}

  /**
   * @throws IllegalArgumentException when the name or the value would break the message
   */
  static BufferedHeader of(String name, String value) {
    if (hasLineBreak(name) || hasLineBreak(value)) {
      throw new IllegalArgumentException("header " + name + " must be one line");
    }
    CharArrayBuffer line = new CharArrayBuffer(name.length() + value.length() + 2);
    line.append(name);
    line.append(": ");
    line.append(value);
    try {
      return new BufferedHeader(line);
    } catch (ParseException e) {
      throw new IllegalArgumentException("\"" + name + "\" is no name of a header", e);
    }
  }

  private static boolean hasLineBreak(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
  }
}
