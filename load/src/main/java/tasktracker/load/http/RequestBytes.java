package tasktracker.load.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hc.core5.http.io.SessionOutputBuffer;

/**
 * A request as it goes over the wire. One buffer serves all requests of a session, and headers that
 * every request carries are copied in at once: this is most of what a request costs in user time.
 */
final class RequestBytes {
  private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NONE = {};
  private static final int USUAL_SIZE = 512;

  private byte[] bytes = new byte[USUAL_SIZE];
  private int size;
  private byte[] body;

  /**
   * @throws IllegalArgumentException when the path holds a character that must be percent-encoded
   */
  void begin(String method, String path, byte[] headers) {
    size = 0;
    body = NONE;
    append(method);
    append(" ");
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            "path must be percent-encoded, which \"%s\" is not".formatted(path));
      }
    }
    append(path);
    append(VERSION);
    append(headers);
  }

  void header(String name, String value) {
    append(HeaderLine.of(name, value));
  }

  void body(byte[] newBody, byte[] contentType) {
    body = newBody;
    append(contentType);
    append("Content-Length: ");
    append(Integer.toString(newBody.length));
    append(LINE_END);
  }

  void writeTo(SessionOutputBuffer buffer, OutputStream out) throws IOException {
    append(LINE_END);
    append(body);
    buffer.write(bytes, 0, size, out);
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
    ensure(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
