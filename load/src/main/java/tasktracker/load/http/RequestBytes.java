package tasktracker.load.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request as it goes over the wire. One buffer serves all requests of a session, and headers that
 * every request carries are copied in at once: this is most of what a request costs in user time.
 */
final class RequestBytes {
  private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EXPECT_CONTINUE = HeaderLine.of("Expect", "100-continue");
  private static final byte[] CHUNKED =
      "Transfer-Encoding: chunked\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int USUAL_SIZE = 512;
  private static final int CHUNK_SIZE = 8 * 1024;

  /** A request of less fits into the buffers of every system, so that sending it never waits. */
  private static final int SHORT = 16 * 1024;

  private byte[] bytes = new byte[USUAL_SIZE];
  private int size;
  private int standing;
  private int standingEnd;
  private boolean head;
  private byte[] body;
  private byte[] contentType;
  private boolean chunked;
  private boolean expectsContinue;
  private int headEnd;
  private boolean complete;
  private boolean lent;

  /**
   * @throws IllegalArgumentException when the path holds a character that must be percent-encoded
   */
  void begin(String method, String path, byte[] headers) {
    if (lent) {
      bytes = new byte[USUAL_SIZE];
      lent = false;
    }
    size = 0;
    head = method.equals("HEAD");
    body = null;
    chunked = false;
    expectsContinue = false;
    headEnd = 0;
    complete = false;
    append(method);
    append(" ");
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c > '~' || c == '#' || (c == '%' && !RequestPath.isEncoded(path, i))) {
        throw new IllegalArgumentException(
            "path must be percent-encoded, which \"%s\" is not".formatted(path));
      }
    }
    append(path);
    append(VERSION);
    standing = size;
    append(headers);
    standingEnd = size;
  }

  /** Takes the place of a header of that name which every request of the session carries. */
  void header(String name, String value) {
    removeStanding(name);
    append(HeaderLine.of(name, value));
  }

  private void removeStanding(String name) {
    int line = standing;
    while (line < standingEnd) {
      int next = line;
      while (bytes[next++] != '\n') {}
      if (isNamed(line, name)) {
        System.arraycopy(bytes, next, bytes, line, size - next);
        size -= next - line;
        standingEnd -= next - line;
      } else {
        line = next;
      }
    }
  }

  private boolean isNamed(int line, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.toLowerCase((char) bytes[line + i]) != Character.toLowerCase(name.charAt(i))) {
        return false;
      }
    }
    return bytes[line + name.length()] == ':';
  }

  void body(byte[] newBody, byte[] newContentType) {
    body = newBody;
    contentType = newContentType;
  }

  void chunked() {
    chunked = true;
  }

  void expectContinue() {
    expectsContinue = true;
  }

  /** Whether this is a HEAD, whose response has no body. */
  boolean isHead() {
    return head;
  }

  /** Whether the body waits until the server wants it. */
  boolean expectsContinue() {
    return expectsContinue && body != null;
  }

  /** Whether it can be sent at once, without waiting for the server to read. */
  boolean isShort() {
    return body == null || body.length < SHORT;
  }

  /** Writes all but a body that waits. */
  void writeHead(OutputStream out) throws IOException {
    endHead();
    out.write(bytes, 0, headEnd);
  }

  /** Writes all, but of a body that waits not the head. */
  void write(OutputStream out) throws IOException {
    complete();
    out.write(bytes, rest(), size - rest());
  }

  /**
   * What {@link #write} writes, to be written by another thread. It stays as it is, for it may be
   * on its way when the next request begins.
   */
  Lent lend() {
    complete();
    lent = true;
    byte[] whole = bytes;
    int from = rest();
    int length = size - from;
    return out -> out.write(whole, from, length);
  }

  /** A request on its way. */
  @FunctionalInterface
  interface Lent {
    void write(OutputStream out) throws IOException;
  }

  private int rest() {
    return expectsContinue() ? headEnd : 0;
  }

  private void complete() {
    if (!complete) {
      endHead();
      appendBody();
      complete = true;
    }
  }

  private void endHead() {
    if (headEnd > 0) {
      return;
    }
    if (body != null) {
      append(contentType);
      if (chunked) {
        append(CHUNKED);
      } else {
        append("Content-Length: ");
        append(Integer.toString(body.length));
        append(LINE_END);
      }
    }
    if (expectsContinue()) {
      append(EXPECT_CONTINUE);
    }
    append(LINE_END);
    headEnd = size;
  }

  private void appendBody() {
    if (body == null) {
      return;
    }
    if (!chunked) {
      append(body, 0, body.length);
      return;
    }
    for (int at = 0; at < body.length; at += CHUNK_SIZE) {
      int length = Math.min(CHUNK_SIZE, body.length - at);
      append(Integer.toHexString(length));
      append(LINE_END);
      append(body, at, length);
      append(LINE_END);
    }
    append(LAST_CHUNK);
  }

  private void append(String ascii) {
    int length = ascii.length();
    ensure(length);
    for (int i = 0; i < length; i++) {
      bytes[size + i] = (byte) ascii.charAt(i);
    }
    size += length;
  }

  private void append(byte[] more) {
    append(more, 0, more.length);
  }

  private void append(byte[] more, int from, int length) {
    ensure(length);
    System.arraycopy(more, from, bytes, size, length);
    size += length;
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
