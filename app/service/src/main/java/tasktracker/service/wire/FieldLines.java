package tasktracker.service.wire;

import io.helidon.http.Status;

/**
 * What the header fields of one request say about its framing (RFC 9112, section 6). Whatever could
 * be read in two ways is refused.
 */
final class FieldLines {

  static final long NO_LENGTH = -1;

  private static final int LONGEST_HOST = 261;
  private static final int MOST_DIGITS = 18;

  private long length = NO_LENGTH;
  private boolean chunked;
  private boolean close;
  private boolean expectsContinue;
  private int hostFrom = -1;
  private int hostTo;

  void clear() {
    length = NO_LENGTH;
    chunked = false;
    close = false;
    expectsContinue = false;
    hostFrom = -1;
  }

  /** Takes a field whose value has no white space at its ends. */
  void add(byte[] data, int nameFrom, int nameTo, int valueFrom, int valueTo, int start) {
    switch (nameTo - nameFrom) {
      case 4 -> {
        if (Characters.equal(data, nameFrom, nameTo, "host")) {
          host(valueFrom - start, valueTo - start);
        }
      }
      case 6 -> {
        if (Characters.equal(data, nameFrom, nameTo, "expect")) {
          expect(data, valueFrom, valueTo);
        }
      }
      case 10 -> {
        if (Characters.equal(data, nameFrom, nameTo, "connection")) {
          close |= hasClose(data, valueFrom, valueTo);
        }
      }
      case 14 -> {
        if (Characters.equal(data, nameFrom, nameTo, "content-length")) {
          length(data, valueFrom, valueTo);
        }
      }
      case 17 -> {
        if (Characters.equal(data, nameFrom, nameTo, "transfer-encoding")) {
          encoding(data, valueFrom, valueTo);
        }
      }
      default -> {
        // Says nothing about framing.
      }
    }
  }

  /** Ends the head. */
  void check() {
    if (hostFrom < 0) {
      throw Refusal.malformed("The header Host is missing");
    }
    if (chunked && length != NO_LENGTH) {
      throw Refusal.malformed("Content-Length and Transfer-Encoding exclude each other");
    }
  }

  private void host(int from, int to) {
    if (hostFrom >= 0) {
      throw Refusal.malformed("The header Host comes twice");
    }
    if (to - from > LONGEST_HOST) {
      throw Refusal.malformed("The header Host is too long");
    }
    hostFrom = from;
    hostTo = to;
  }

  private void expect(byte[] data, int from, int to) {
    if (!Characters.equal(data, from, to, "100-continue")) {
      throw Refusal.of(Status.EXPECTATION_FAILED_417, "Only 100-continue can be expected");
    }
    expectsContinue = true;
  }

  private void length(byte[] data, int from, int to) {
    if (length != NO_LENGTH) {
      throw Refusal.malformed("The header Content-Length comes twice");
    }
    if (from == to || to - from > MOST_DIGITS) {
      throw Refusal.malformed("Content-Length must be a whole number");
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      if (data[i] < '0' || data[i] > '9') {
        throw Refusal.malformed("Content-Length must be a whole number");
      }
      number = number * 10 + (data[i] - '0');
    }
    length = number;
  }

  private void encoding(byte[] data, int from, int to) {
    if (chunked || !Characters.equal(data, from, to, "chunked")) {
      throw Refusal.malformed("Transfer-Encoding can only be chunked, and only once");
    }
    chunked = true;
  }

  private static boolean hasClose(byte[] data, int from, int to) {
    int begin = from;
    for (int i = from; i <= to; i++) {
      if (i == to || data[i] == ',') {
        if (Characters.equal(data, skipSpace(data, begin, i), trim(data, begin, i), "close")) {
          return true;
        }
        begin = i + 1;
      }
    }
    return false;
  }

  /** Where the text in a range begins. */
  static int skipSpace(byte[] data, int from, int to) {
    int begin = from;
    while (begin < to && (data[begin] == ' ' || data[begin] == '\t')) {
      begin++;
    }
    return begin;
  }

  /** Where the text in a range ends. */
  static int trim(byte[] data, int from, int to) {
    int end = to;
    while (end > from && (data[end - 1] == ' ' || data[end - 1] == '\t')) {
      end--;
    }
    return end;
  }

  /** Bytes of the body as Content-Length tells, or {@link #NO_LENGTH}. */
  long length() {
    return length;
  }

  boolean isChunked() {
    return chunked;
  }

  boolean closes() {
    return close;
  }

  boolean expectsContinue() {
    return expectsContinue;
  }

  /** Where the value of Host begins, counted from the start of the head. */
  int hostFrom() {
    return hostFrom;
  }

  int hostTo() {
    return hostTo;
  }
}
