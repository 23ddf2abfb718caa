package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
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
  private final SessionInputBufferImpl buffer =
      new SessionInputBufferImpl(BUFFER_SIZE, LONGEST_LINE);
  private final ResponseHead head = new ResponseHead();

  ResponseReader(InputStream in) {
    this.in = new WatchedInput(in);
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
    for (int i = 0; i < MOST_INTERIM_RESPONSES; i++) {
      if (!readHead().isInterim()) {
        return head;
      }
    }
    throw new ProtocolException("no end of responses that are no answer");
  }

  /** Reads the body that the latest head announced. */
  void readBody(ReceivedResponse into) throws IOException {
    Framing framing = head.framing();
    if (framing.isChunked()) {
      readChunks(into);
    } else if (framing.isUntilClose()) {
      read(new IdentityInputStream(buffer, in), into);
    } else if (framing.length() > 0) {
      into.expect(framing.length());
      read(new ContentLengthInputStream(buffer, in, framing.length()), into);
    }
  }

  /** A body in chunks tells its end, so one that ends with the connection is not complete. */
  private void readChunks(ReceivedResponse into) throws IOException {
    try {
      read(new ChunkedInputStream(buffer, in), into);
    } catch (MalformedChunkCodingException e) {
      if (!in.hasEnded()) {
        throw e;
      }
    }
    if (in.hasEnded()) {
      throw new ConnectionClosedException("the body is not complete");
    }
  }

  private void read(InputStream content, ReceivedResponse into) throws IOException {
    if (head.framing().isGzip()) {
      into.readBody(new GZIPInputStream(content));
      content.transferTo(OutputStream.nullOutputStream());
    } else {
      into.readBody(content);
    }
  }
}
