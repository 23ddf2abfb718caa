package tasktracker.load.http;

import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.util.CharArrayBuffer;

/** The first line of a response, such as {@code HTTP/1.1 200 OK}. */
final class StatusLine {
  private static final String VERSION = "HTTP/1.";
  private static final int STATUS_AT = VERSION.length() + 2;
  private static final int STATUS_END = STATUS_AT + 3;

  private boolean oldVersion;
  private int status;
  private String reason = "";

  void parse(CharArrayBuffer line) throws ProtocolException {
    if (line.length() < STATUS_END
        || !startsWithVersion(line)
        || line.charAt(STATUS_AT - 1) != ' ') {
      throw new ProtocolException("not the begin of an HTTP/1.1 response");
    }
    oldVersion = line.charAt(VERSION.length()) == '0';
    int code = 0;
    for (int i = STATUS_AT; i < STATUS_END; i++) {
      int digit = line.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new ProtocolException("a status that is no number");
      }
      code = 10 * code + digit;
    }
    if (code < 100 || (line.length() > STATUS_END && line.charAt(STATUS_END) != ' ')) {
      throw new ProtocolException("a status that is not from 100 to 999");
    }
    status = code;
    if (!isReason(line)) {
      reason = line.substringTrimmed(STATUS_END, line.length());
    }
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

  private static boolean startsWithVersion(CharArrayBuffer line) {
    for (int i = 0; i < VERSION.length(); i++) {
      if (line.charAt(i) != VERSION.charAt(i)) {
        return false;
      }
    }
    char minor = line.charAt(VERSION.length());
    return minor >= '0' && minor <= '9';
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
}
