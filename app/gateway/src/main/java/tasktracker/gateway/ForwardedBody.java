package tasktracker.gateway;

import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import tasktracker.service.http.WholeBody;
import tasktracker.service.upstream.UpstreamRequest;

/**
 * The body of a request on its way to a service. A chunked one is read to its end first, as its
 * framing may turn out to be wrong in the middle: nothing of it goes on before all of it is
 * understood. So is a small one, which then occupies no connection while it is coming. A large one
 * of known length goes on as it comes.
 */
final class ForwardedBody implements AutoCloseable {

  private static final int SMALL_BYTES = 64 * 1024;

  private final ServerRequest request;
  private final long length;
  private final WholeBody whole;

  private ForwardedBody(ServerRequest request, long length, WholeBody whole) {
    this.request = request;
    this.length = length;
    this.whole = whole;
  }

  /**
   * Returns the body of a request, whole unless it is large.
   *
   * @throws tasktracker.service.http.ProblemException as {@link WholeBody#read} does
   */
  static ForwardedBody of(ServerRequest request) {
    long length = request.headers().contentLength().orElse(-1);
    boolean read = request.content().hasEntity() && length <= SMALL_BYTES;
    return new ForwardedBody(request, length, read ? WholeBody.read(request) : null);
  }

  void addTo(UpstreamRequest forwarded) {
    if (!request.content().hasEntity()) {
      return;
    }
    InputStream stream =
        whole == null ? request.content().inputStream() : new ByteArrayInputStream(whole.bytes());
    if (length < 0) {
      forwarded.chunkedBody(stream);
    } else {
      forwarded.body(stream, length);
    }
  }

  @Override
  public void close() {
    if (whole != null) {
      whole.close();
    }
  }
}
