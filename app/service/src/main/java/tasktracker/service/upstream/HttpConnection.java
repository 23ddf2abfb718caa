package tasktracker.service.upstream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.MessageSupport;

/**
 * HTTP/1.1 over one socket. Adds to HttpCore what a pool has to know: whether the peer ended the
 * stream and whether anything is left over behind a message.
 */
final class HttpConnection extends DefaultBHttpClientConnection {

  private static final Http1Config CONFIG =
      Http1Config.custom().setBufferSize(8 * 1024).setMaxLineLength(64 * 1024).build();

  private SessionInputBuffer input;
  private boolean endOfStream;
  private boolean reusable = true;

  HttpConnection(Socket socket) throws IOException {
    super(CONFIG, null, null, null, null, HttpConnection::mayStopSending, null, null);
    bind(
        new SocketHolder(socket) {
          @Override
          protected InputStream getInputStream(Socket source) throws IOException {
            return new EndOfStreamDetector(source.getInputStream());
          }
        });
  }

  /**
   * Whether a response is there before the whole request was sent. A chunked body goes on all the
   * same: HttpCore would end it properly, and what was cut would look complete.
   */
  private static boolean mayStopSending(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      InputStream input,
      long sent,
      long next)
      throws IOException {
    return !request.getEntity().isChunked()
        && MonitoringResponseOutOfOrderStrategy.INSTANCE.isEarlyResponseDetected(
            request, connection, input, sent, next);
  }

  /** HttpCore takes a head that is cut between two lines for a whole one; this tells them apart. */
  boolean sawEndOfStream() {
    return endOfStream;
  }

  void doNotReuse() {
    reusable = false;
  }

  boolean isReusableAfter(ClassicHttpResponse response) {
    return reusable
        && isConsistent()
        && !endOfStream
        && input.length() == 0
        && response.getVersion().greaterEquals(HttpVersion.HTTP_1_1)
        && !closes(response);
  }

  /** Whether the service is going to close the connection behind this response. */
  static boolean closes(ClassicHttpResponse response) {
    Header connection = response.getFirstHeader(HttpHeaders.CONNECTION);
    if (connection == null) {
      return false;
    }
    boolean[] closes = new boolean[1];
    MessageSupport.parseTokens(
        response, HttpHeaders.CONNECTION, token -> closes[0] |= token.equalsIgnoreCase("close"));
    return closes[0];
  }

  @Override
  protected InputStream createContentInputStream(
      long length, SessionInputBuffer buffer, InputStream stream) {
    input = buffer;
    return super.createContentInputStream(length, buffer, stream);
  }

  private final class EndOfStreamDetector extends FilterInputStream {

    EndOfStreamDetector(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      endOfStream |= count < 0;
      return count;
    }
  }
}
