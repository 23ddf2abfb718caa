package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/** Reads responses from the bytes of a connection. */
final class ResponseReader {
  /** Small, for there may be many thousands; a long body is read past it. */
  private static final int BUFFER_SIZE = 2 * 1024;

  private static final int LONGEST_LINE = 64 * 1024;
  private static final int MOST_INTERIM_RESPONSES = 20;

  private final WatchedInput in;
  private final ConnectionEnd end;
  private final SessionInputBufferImpl buffer =
      new SessionInputBufferImpl(BUFFER_SIZE, LONGEST_LINE);
  private final HeaderSection section = new HeaderSection();
  private final ResponseHead head = new ResponseHead(section);

  /**
   * @param end how the connection ends, for bodies that end with it
   */
  ResponseReader(InputStream in, ConnectionEnd end) {
    this.in = new WatchedInput(in);
    this.end = end;
  }

  /** Waits for bytes, or the end of the connection. */
  void fill() throws IOException {
    buffer.fillBuffer(in);
  }

  /** Whether bytes have come that no response wanted yet. */
  boolean hasSurplus() {
    return buffer.hasBufferedData();
  }

  /** Reads a head, which may be that of an interim response. */
  ResponseHead readHead() throws IOException, ProtocolException {
    if (!head.read(buffer, in)) {
      throw new NoHttpResponseException("closed without a response");
    }
    return head;
  }

  ResponseHead readFinalHead() throws IOException, ProtocolException {
    ResponseHead latest = readHead();
    for (int i = 0; i < MOST_INTERIM_RESPONSES; i++) {
      if (!latest.isInterim()) {
        return latest;
      }
      requireHttp();
      if (!latest.read(buffer, in)) {
        throw new ConnectionClosedException("closed after a response that is no answer");
      }
    }
    throw new ProtocolException("no end of responses that are no answer");
  }

  /**
   * Checks that the interim response that was read last does not change the protocol, which no
   * request asks for; no other answer comes after it.
   */
  void requireHttp() throws ProtocolException {
    if (head.status() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
      throw new ProtocolException("another protocol than HTTP/1.1, which nobody asked for");
    }
  }

  void readBody(ReceivedResponse into) throws IOException {
    Framing framing = head.framing();
    if (framing.isChunked()) {
      read(new ChunkedBody(buffer, in, section), into);
    } else if (framing.isUntilClose()) {
      read(new IdentityInputStream(buffer, in), into);
      end.requireTold();
    } else if (framing.length() > 0) {
      into.expect(framing.length());
      read(new ContentLengthInputStream(buffer, in, framing.length()), into);
    }
  }

  private void read(InputStream content, ReceivedResponse into) throws IOException {
    if (head.framing().isGzip()) {
      GzipBody.read(content, into);
    } else {
      into.readBody(content);
    }
  }
}
