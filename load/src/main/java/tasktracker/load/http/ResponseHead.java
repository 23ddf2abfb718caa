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
  private final CharArrayBuffer headers = new CharArrayBuffer(256);
  private final StatusLine statusLine = new StatusLine();
  private final Framing framing = new Framing();
  private final HeaderSection section;
  private final HeaderSection.Receiver receiver = this::header;

  /**
   * @param section reads the headers
   */
  ResponseHead(HeaderSection section) {
    this.section = section;
  }

  /**
   * Reads a head.
   *
   * @return whether there was one; not when the server closed the connection before
   * @throws ConnectionClosedException when the connection ended within the head
   */
  boolean read(SessionInputBuffer buffer, WatchedInput in) throws IOException, ProtocolException {
    if (!statusLine.read(buffer, in)) {
      return false;
    }
    framing.begin(statusLine);
    headers.clear();
    section.read(buffer, in, receiver);
    framing.check(statusLine);
    return true;
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

  Optional<String> header(String name) {
    String prefix = name + ":";
    return headers
        .toString()
        .lines()
        .filter(header -> header.regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(header -> header.substring(prefix.length()).strip())
        .findFirst();
  }

  private void header(CharArrayBuffer line, int colon) throws ProtocolException {
    headers.append(line);
    headers.append('\n');
    framing.header(line, colon);
  }
}
