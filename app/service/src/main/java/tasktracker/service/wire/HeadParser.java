package tasktracker.service.wire;

import static tasktracker.service.wire.Characters.TARGET;
import static tasktracker.service.wire.Characters.TOKEN;
import static tasktracker.service.wire.Characters.VALUE;

import io.helidon.http.Status;

/**
 * Reads the head of a request byte by byte and refuses it at the first byte that RFC 9112 does not
 * allow, however the bytes are cut into pieces. Keeps positions only, relative to the start of the
 * head. Not thread-safe.
 */
final class HeadParser {

  private static final String VERSION_1_1 = "HTTP/1.1";

  private static final Status FIELDS_TOO_LARGE_431 =
      Status.create(431, "Request Header Fields Too Large");

  private enum Part {
    METHOD,
    TARGET,
    VERSION,
    LINE_END,
    FIELD,
    NAME,
    VALUE,
    LAST_LINE_END
  }

  private final HeadLimits limits;
  private final FieldLines fields = new FieldLines();
  private Part part;
  private int position;
  private int begin;
  private int nameEnd;
  private int targetFrom;
  private int targetTo;
  private int origin;
  private int fieldsFrom;

  HeadParser(HeadLimits limits) {
    this.limits = limits;
    clear();
  }

  /** Begins another head. */
  void clear() {
    part = Part.METHOD;
    position = 0;
    begin = 0;
    fieldsFrom = 0;
    fields.clear();
  }

  /**
   * Goes on where the last call ended.
   *
   * @param start where the head begins in {@code data}
   * @param end where the bytes end that have come by now
   * @return whether the head is complete; then it ends at {@code start + length()}
   * @throws io.helidon.http.RequestException for what is no head of a request or too long
   */
  boolean parse(byte[] data, int start, int end) {
    int i = start + position;
    while (i < end) {
      switch (part) {
        case METHOD -> i = method(data, start, i, end);
        case TARGET -> i = target(data, start, i, end);
        case VERSION -> i = version(data, start, i, end);
        case LINE_END -> {
          requireLineFeed(data[i++]);
          part = Part.FIELD;
          if (fieldsFrom == 0) {
            requireLength(i - start);
            fieldsFrom = i - start;
          }
        }
        case FIELD -> {
          part = data[i] == '\r' ? Part.LAST_LINE_END : Part.NAME;
          begin = i - start;
          if (part == Part.LAST_LINE_END) {
            i++;
          }
        }
        case NAME -> i = name(data, start, i, end);
        case VALUE -> i = value(data, start, i, end);
        case LAST_LINE_END -> {
          requireLineFeed(data[i++]);
          position = i - start;
          requireLength(position);
          complete(data, start);
          return true;
        }
      }
    }
    position = i - start;
    requireLength(position);
    return false;
  }

  private int method(byte[] data, int start, int from, int end) {
    int i = from;
    while (i < end && Characters.is(data[i], TOKEN)) {
      if (data[i] >= 'a' && data[i] <= 'z') {
        throw Refusal.malformed("The method must be in upper case");
      }
      i++;
    }
    if (i < end) {
      if (data[i] != ' ' || i == start) {
        throw Refusal.malformed("The request line must begin with a method and a space");
      }
      part = Part.TARGET;
      i++;
      targetFrom = i - start;
    }
    return i;
  }

  private int target(byte[] data, int start, int from, int end) {
    int i = from;
    while (i < end && Characters.is(data[i], TARGET)) {
      i++;
    }
    if (i < end) {
      targetTo = i - start;
      if (data[i] != ' ' || targetTo == targetFrom) {
        throw Refusal.malformed("The request target has a character that must be encoded");
      }
      part = Part.VERSION;
      i++;
      begin = i - start;
    }
    return i;
  }

  private int version(byte[] data, int start, int from, int end) {
    int i = from;
    while (i < end && Characters.is(data[i], VALUE)) {
      i++;
    }
    if (i < end || i - start - begin > VERSION_1_1.length()) {
      requireVersion(data, start + begin, i);
      if (data[i] != '\r') {
        throw Refusal.malformed("A line must end with CR and LF");
      }
      origin = RequestTarget.check(data, start + targetFrom, start + targetTo) - start;
      part = Part.LINE_END;
      i++;
    }
    return i;
  }

  private static void requireVersion(byte[] data, int from, int to) {
    if (Characters.are(data, from, to, VERSION_1_1)) {
      return;
    }
    if (to - from == VERSION_1_1.length()
        && Characters.are(data, from, from + 5, "HTTP/")
        && isDigit(data[from + 5])
        && data[from + 6] == '.'
        && isDigit(data[from + 7])) {
      throw Refusal.of(
          Status.HTTP_VERSION_NOT_SUPPORTED_505, "This server speaks HTTP/1.1 and nothing else");
    }
    throw Refusal.malformed("The request line must end with HTTP/1.1");
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private int name(byte[] data, int start, int from, int end) {
    int i = from;
    while (i < end && Characters.is(data[i], TOKEN)) {
      i++;
    }
    if (i < end) {
      nameEnd = i - start;
      if (data[i] != ':' || nameEnd == begin) {
        throw Refusal.malformed("A header must begin with a name and a colon");
      }
      part = Part.VALUE;
      i++;
    }
    return i;
  }

  private int value(byte[] data, int start, int from, int end) {
    int i = from;
    while (i < end && Characters.is(data[i], VALUE)) {
      i++;
    }
    if (i < end) {
      if (data[i] != '\r') {
        throw Refusal.malformed("A header has a character that is not allowed");
      }
      int valueFrom = FieldLines.skipSpace(data, start + nameEnd + 1, i);
      int valueTo = FieldLines.trim(data, valueFrom, i);
      fields.add(data, start + begin, start + nameEnd, valueFrom, valueTo, start);
      part = Part.LINE_END;
      i++;
    }
    return i;
  }

  private static void requireLineFeed(byte octet) {
    if (octet != '\n') {
      throw Refusal.malformed("A line must end with CR and LF");
    }
  }

  private void requireLength(int length) {
    if (fieldsFrom == 0) {
      if (length > limits.requestLine()) {
        throw Refusal.of(
            Status.REQUEST_URI_TOO_LONG_414,
            "The request line must not exceed %d bytes".formatted(limits.requestLine()));
      }
    } else if (length - fieldsFrom > limits.fields()) {
      throw Refusal.of(
          FIELDS_TOO_LARGE_431, "The headers must not exceed %d bytes".formatted(limits.fields()));
    }
  }

  private void complete(byte[] data, int start) {
    fields.check();
    if (isAbsolute()) {
      RequestTarget.requireHost(
          data,
          start + targetFrom,
          start + origin,
          start + fields.hostFrom(),
          start + fields.hostTo());
    }
  }

  /** What the header fields say about the framing. */
  FieldLines fields() {
    return fields;
  }

  /** Whether the method of this complete head, at {@code start}, is HEAD. */
  boolean asksForHead(byte[] data, int start) {
    return Characters.are(data, start, start + targetFrom - 1, "HEAD");
  }

  /** Bytes of the head up to and with its empty line. */
  int length() {
    return position;
  }

  /** Whether the target names a host, which nobody behind this parser has to see. */
  boolean isAbsolute() {
    return origin != targetFrom;
  }

  int targetFrom() {
    return targetFrom;
  }

  int targetTo() {
    return targetTo;
  }

  /** Where the origin form of the target begins. */
  int origin() {
    return origin;
  }
}
