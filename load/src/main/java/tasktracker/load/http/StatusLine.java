package tasktracker.load.http;

import java.io.IOException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/** The first line of a response, such as {@code HTTP/1.1 200 OK} (RFC 9112, section 4). */
final class StatusLine {
  private static final String VERSION = "HTTP/1.";

  /** Behind the version's last digit and a space. */
  private static final int STATUS_AT = 2;

  private static final int STATUS_END = STATUS_AT + 3;

  /** What is behind the version that was read already. */
  private final CharArrayBuffer rest = new CharArrayBuffer(64);

  private boolean oldVersion;
  private int status;
  private String reason = "";

  /**
   * Reads the line, and one empty line before it if there is one (RFC 9112, section 2.2). Anything
   * but HTTP/1 is refused with its first byte, for no line end may ever come.
   *
   * @return whether there was one; not when the connection had ended
   * @throws ConnectionClosedException when the connection ended within the line
   */
  boolean read(SessionInputBuffer buffer, WatchedInput in) throws IOException, ProtocolException {
    int first = buffer.read(in);
    if (first < 0) {
      return false;
    }
    if (first == '\r' || first == '\n') {
      if (first == '\r' && next(buffer, in) != '\n') {
        throw new ProtocolException("a CR before the response");
      }
      first = next(buffer, in);
    }
    version(first, buffer, in);
    rest.clear();
    if (buffer.readLine(rest, in) < 0) {
      throw HeaderSection.notComplete(null);
    }
    try {
      parse();
    } catch (ProtocolException e) {
      if (in.hasEnded()) {
        throw HeaderSection.notComplete(e);
      }
      throw e;
    }
    return true;
  }

  /** Whether the response is of HTTP/1.0. */
  boolean isOldVersion() {
    return oldVersion;
  }

  int status() {
    return status;
  }

  String reason() {
    return reason;
  }

  private static int next(SessionInputBuffer buffer, WatchedInput in) throws IOException {
    int next = buffer.read(in);
    if (next < 0) {
      throw HeaderSection.notComplete(null);
    }
    return next;
  }

  private static void version(int first, SessionInputBuffer buffer, WatchedInput in)
      throws IOException, ProtocolException {
    int c = first;
    for (int i = 0; i < VERSION.length(); i++) {
      if (i > 0) {
        c = next(buffer, in);
      }
      if (c != VERSION.charAt(i)) {
        // Every frame of HTTP/2 that a server begins with is shorter than 64 KiB.
        throw new ProtocolException(
            c == 0 && i == 0 ? "an answer in HTTP/2" : "not the begin of an HTTP/1.1 response");
      }
    }
  }

  private void parse() throws ProtocolException {
    CharArrayBuffer line = rest;
    if (line.length() < STATUS_END || !isDigit(line.charAt(0)) || line.charAt(1) != ' ') {
      throw new ProtocolException("not the begin of an HTTP/1.1 response");
    }
    oldVersion = line.charAt(0) == '0';
    int code = 0;
    for (int i = STATUS_AT; i < STATUS_END; i++) {
      if (!isDigit(line.charAt(i))) {
        throw new ProtocolException("a status that is no number");
      }
      code = 10 * code + line.charAt(i) - '0';
    }
    if (code < 100 || (line.length() > STATUS_END && line.charAt(STATUS_END) != ' ')) {
      throw new ProtocolException("a status that is not from 100 to 999");
    }
    status = code;
    if (!isReason(line)) {
      reason = newReason(line);
    }
  }

  private static String newReason(CharArrayBuffer line) throws ProtocolException {
    for (int i = STATUS_END; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7F) {
        throw new ProtocolException("a control character within the status line");
      }
    }
    return line.substringTrimmed(STATUS_END, line.length());
  }

  /** Whether the line has the reason that the latest one had, which is then not made anew. */
  private boolean isReason(CharArrayBuffer line) {
    int length = line.length() - STATUS_END - 1;
    if (length != reason.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (line.charAt(STATUS_END + 1 + i) != reason.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
