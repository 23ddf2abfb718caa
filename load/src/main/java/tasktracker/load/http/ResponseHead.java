package tasktracker.load.http;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * The head of a response: where its body ends, and the headers as text. One object serves all
 * responses of a connection. HttpCore's own parser makes an object of every header, and takes
 * responses whose end is not certain; this refuses them (RFC 9112, section 6.3).
 */
final class ResponseHead {
  private static final int MOST_HEADER_CHARACTERS = 64 * 1024;

  private final CharArrayBuffer line = new CharArrayBuffer(128);
  private final CharArrayBuffer headers = new CharArrayBuffer(256);
  private final StatusLine statusLine = new StatusLine();
  private final Framing framing = new Framing();

  /**
   * Reads a head.
   *
   * @return whether there was one; not when the server closed the connection before
   * @throws ConnectionClosedException when the connection ended within the head
   */
  boolean read(SessionInputBuffer buffer, WatchedInput in) throws IOException, ProtocolException {
    if (readLine(buffer, in) < 0) {
      return false;
    }
    try {
      statusLine.parse(line);
      framing.begin(statusLine);
      headers.clear();
      int length = readLine(buffer, in);
      while (length > 0) {
        header();
        length = readLine(buffer, in);
      }
      if (length < 0) {
        throw new ConnectionClosedException("the head is not complete");
      }
      framing.check(statusLine);
      return true;
    } catch (ProtocolException e) {
      if (in.hasEnded()) {
        throw new ConnectionClosedException("the head is not complete", e);
      }
      throw e;
    }
  }

  int status() {
    return statusLine.status();
  }

  String reason() {
    return statusLine.reason();
  }

  Framing framing() {
    return framing;
  }

  /** Whether this is no answer yet, but says that one will come. */
  boolean isInterim() {
    return status() < HttpStatus.SC_OK;
  }

  /** First value of a header. */
  Optional<String> header(String name) {
    String prefix = name + ":";
    return headers
        .toString()
        .lines()
        .filter(header -> header.regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(header -> header.substring(prefix.length()).strip())
        .findFirst();
  }

  private int readLine(SessionInputBuffer buffer, WatchedInput in) throws IOException {
    line.clear();
    return buffer.readLine(line, in);
  }

  private void header() throws ProtocolException {
    if (headers.length() + line.length() > MOST_HEADER_CHARACTERS) {
      throw new ProtocolException("more than 64 KiB of headers");
    }
    int colon = line.indexOf(':');
    if (colon < 1 || line.charAt(0) <= ' ' || line.charAt(colon - 1) <= ' ') {
      throw new ProtocolException("a header without a name");
    }
    headers.append(line);
    headers.append('\n');
    framing.header(line, colon);
  }
}
