package tasktracker.load.http;

import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.util.CharArrayBuffer;

/** What the headers of a response say of its body, and of the connection after it. */
final class Framing {
  private static final long UNKNOWN = -1;
  private static final int MOST_DIGITS = 18;

  private long length;
  private boolean chunked;
  private boolean gzip;
  private boolean keptAlive;
  private boolean closing;

  void begin(StatusLine line) {
    length = UNKNOWN;
    chunked = false;
    gzip = false;
    keptAlive = !line.isOldVersion();
    closing = false;
  }

  /** Looks at a header, whose name ends before the given colon. */
  void header(CharArrayBuffer line, int colon) throws ProtocolException {
    switch (colon) {
      case 10 -> {
        if (isNamed(HttpHeaders.CONNECTION, line)) {
          connection(value(line, colon));
        }
      }
      case 14 -> {
        if (isNamed(HttpHeaders.CONTENT_LENGTH, line)) {
          contentLength(line, colon);
        }
      }
      case 16 -> {
        if (isNamed(HttpHeaders.CONTENT_ENCODING, line)) {
          String coding = value(line, colon);
          gzip = coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip");
        }
      }
      case 17 -> {
        if (isNamed(HttpHeaders.TRANSFER_ENCODING, line)) {
          transferEncoding(value(line, colon));
        }
      }
      default -> {
        // Says nothing of the body.
      }
    }
  }

  void check(StatusLine line) throws ProtocolException {
    if (chunked && (length != UNKNOWN || line.isOldVersion())) {
      throw new ProtocolException("a chunked body with a length, or in HTTP/1.0");
    }
    if (line.status() == HttpStatus.SC_NO_CONTENT && (chunked || length > 0)) {
      closing = true;
    }
  }

  boolean isChunked() {
    return chunked;
  }

  boolean isUntilClose() {
    return !chunked && length == UNKNOWN;
  }

  /** Length of the body in bytes, where it is neither chunked nor until close. */
  long length() {
    return length;
  }

  boolean isGzip() {
    return gzip;
  }

  boolean isPersistent() {
    return keptAlive && !closing;
  }

  private void contentLength(CharArrayBuffer line, int colon) throws ProtocolException {
    if (length != UNKNOWN) {
      throw new ProtocolException("two lengths of one body");
    }
    int begin = colon + 1;
    int end = line.length();
    while (begin < end && HeaderSection.isSpace(line.charAt(begin))) {
      begin++;
    }
    while (begin < end && HeaderSection.isSpace(line.charAt(end - 1))) {
      end--;
    }
    if (begin == end || end - begin > MOST_DIGITS) {
      throw new ProtocolException("a length that is no number");
    }
    long number = 0;
    for (int i = begin; i < end; i++) {
      int digit = line.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new ProtocolException("a length that is no number");
      }
      number = 10 * number + digit;
    }
    length = number;
  }

  private void transferEncoding(String coding) throws ProtocolException {
    if (chunked || !coding.equalsIgnoreCase("chunked")) {
      throw new ProtocolException("a transfer encoding that was not asked for");
    }
    chunked = true;
  }

  private void connection(String options) {
    for (String option : options.split(",", -1)) {
      closing |= option.strip().equalsIgnoreCase("close");
      keptAlive |= option.strip().equalsIgnoreCase("keep-alive");
    }
  }

  private static boolean isNamed(String name, CharArrayBuffer line) {
    for (int i = 0; i < name.length(); i++) {
      if ((line.charAt(i) | ' ') != (name.charAt(i) | ' ')) {
        return false;
      }
    }
    return true;
  }

  private static String value(CharArrayBuffer line, int colon) {
    return line.substringTrimmed(colon + 1, line.length());
  }
}
