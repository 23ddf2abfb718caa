package tasktracker.load.http;

import java.io.IOException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * The lines of headers, or of the trailers of a chunked body, up to the empty line after them (RFC
 * 9112, section 5). A line that is folded is put together with the one before. One object serves
 * all responses of a connection.
 */
final class HeaderSection {
  private static final int MOST_CHARACTERS = 64 * 1024;

  private CharArrayBuffer line = new CharArrayBuffer(128);
  private CharArrayBuffer next = new CharArrayBuffer(128);

  /** What is done with a header. */
  @FunctionalInterface
  interface Receiver {
    /** Takes a header whose name ends before the given colon. */
    void header(CharArrayBuffer line, int colon) throws ProtocolException;
  }

  /**
   * Reads all lines.
   *
   * @throws ConnectionClosedException when the connection ends before the empty line
   */
  void read(SessionInputBuffer buffer, WatchedInput in, Receiver receiver)
      throws IOException, ProtocolException {
    try {
      readLines(buffer, in, receiver);
    } catch (ProtocolException e) {
      if (in.hasEnded()) {
        throw notComplete(e);
      }
      throw e;
    }
  }

  private void readLines(SessionInputBuffer buffer, WatchedInput in, Receiver receiver)
      throws IOException, ProtocolException {
    int characters = 0;
    line.clear();
    int length = buffer.readLine(line, in);
    while (length > 0) {
      next.clear();
      length = buffer.readLine(next, in);
      while (length > 0 && isSpace(next.charAt(0))) {
        unfold(characters);
        next.clear();
        length = buffer.readLine(next, in);
      }
      characters += line.length();
      if (characters > MOST_CHARACTERS) {
        throw tooMany();
      }
      receiver.header(line, colon());
      CharArrayBuffer read = line;
      line = next;
      next = read;
    }
    // What the connection ended with is taken as a line, and a CR alone as an empty one.
    if (length < 0 || in.hasEnded()) {
      throw notComplete(null);
    }
  }

  /** RFC 9112, section 5.2: a line end before a space is as good as a space. */
  private void unfold(int characters) throws ProtocolException {
    if (characters + line.length() + next.length() > MOST_CHARACTERS) {
      throw tooMany();
    }
    line.append(' ');
    line.append(next);
  }

  /** Index of the colon, before which a token stands, and behind it nothing that ends a line. */
  private int colon() throws ProtocolException {
    char[] characters = line.array();
    int length = line.length();
    int colon = 0;
    while (colon < length && Token.isPart(characters[colon])) {
      colon++;
    }
    if (colon == 0 || colon == length || characters[colon] != ':') {
      throw new ProtocolException("a header whose name is no token before a colon");
    }
    for (int i = colon + 1; i < length; i++) {
      char c = characters[i];
      if (c == '\r' || c == 0) {
        throw new ProtocolException("a CR or NUL within a header");
      }
    }
    return colon;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  private static ProtocolException tooMany() {
    return new ProtocolException("more than 64 KiB of headers");
  }

  static ConnectionClosedException notComplete(ProtocolException cause) {
    return new ConnectionClosedException("the head is not complete", cause);
  }
}
