package tasktracker.service.upstream;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** The body of a response; gives up the connection at its end, on failure and when closed. */
final class ResponseBody extends InputStream {

  private final UpstreamConnection connection;
  private final ClassicHttpResponse response;
  private final InputStream content;
  private final long length;
  private long remaining;
  private boolean done;

  ResponseBody(UpstreamConnection connection, ClassicHttpResponse response, boolean absent)
      throws IOException {
    this.connection = connection;
    this.response = response;
    this.content = absent ? InputStream.nullInputStream() : response.getEntity().getContent();
    this.length = absent ? 0 : Math.max(-1, response.getEntity().getContentLength());
    this.remaining = length;
    if (length == 0) {
      release();
    }
  }

  long length() {
    return length;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int limit) throws IOException {
    if (done) {
      return limit == 0 ? 0 : -1;
    }
    try {
      connection.startDeadline();
      int count = content.read(buffer, offset, limit);
      connection.stopDeadline();
      remaining -= count;
      if (count < 0 || remaining == 0) {
        release();
      }
      return count;
    } catch (IOException e) {
      close();
      throw connection.failure(e);
    }
  }

  @Override
  public int available() throws IOException {
    return done ? 0 : content.available();
  }

  private void release() {
    done = true;
    connection.release(response);
  }

  @Override
  public void close() {
    if (!done) {
      done = true;
      connection.close();
    }
  }
}
