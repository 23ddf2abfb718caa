package tasktracker.service.upstream;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** The body of a request on its way from the caller's stream into a connection. */
final class RequestBody extends AbstractHttpEntity {

  static final long UNKNOWN_LENGTH = -1;
  private static final int BUFFER_BYTES = 16 * 1024;

  private final InputStream source;
  private final long length;
  private UpstreamConnection connection;
  private boolean sourceFailed;

  RequestBody(InputStream source, long length) {
    super((ContentType) null, null, length == UNKNOWN_LENGTH);
    this.source = source;
    this.length = length;
  }

  /** Tells whose deadline runs, except while the source is read. */
  void sendOver(UpstreamConnection target) {
    connection = target;
  }

  /** Whether the caller's own stream broke: then nobody may take the request for complete. */
  boolean sourceFailed() {
    return sourceFailed;
  }

  @Override
  public void writeTo(OutputStream target) throws IOException {
    byte[] buffer = new byte[isChunked() ? BUFFER_BYTES : (int) Math.min(BUFFER_BYTES, length)];
    long remaining = isChunked() ? Long.MAX_VALUE : length;
    while (remaining > 0) {
      connection.stopDeadline();
      int count = read(buffer, (int) Math.min(buffer.length, remaining));
      connection.startDeadline();
      if (count < 0) {
        return;
      }
      target.write(buffer, 0, count);
      remaining -= count;
    }
  }

  /**
   * Cuts the connection when the source breaks: a chunked body that ended here would look whole.
   */
  private int read(byte[] buffer, int limit) throws IOException {
    sourceFailed = true;
    try {
      int count = source.read(buffer, 0, limit);
      if (count < 0 && !isChunked()) {
        throw new EOFException("the request body is shorter than its Content-Length");
      }
      sourceFailed = false;
      return count;
    } finally {
      if (sourceFailed) {
        connection.close();
      }
    }
  }

  @Override
  public InputStream getContent() {
    return source;
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public boolean isStreaming() {
    return true;
  }

  /** Leaves the stream to the caller. */
  @Override
  public void close() {}
}
