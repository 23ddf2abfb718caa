package tasktracker.gateway;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tasktracker.service.upstream.Upstream;
import tasktracker.service.upstream.UpstreamException;
import tasktracker.service.upstream.UpstreamResponse;

/**
 * Passes a service's response on to the client: same status, end-to-end headers and body. A body of
 * known, small length goes out in one write together with the head, any other one as it comes.
 */
final class ResponseRelay {

  private static final int ONE_WRITE_BYTES = 32 * 1024;

  private final Upstream upstream;
  private final RequestId id;

  ResponseRelay(Upstream upstream, RequestId id) {
    this.upstream = upstream;
    this.id = id;
  }

  /**
   * @throws UpstreamException if the service fails before anything went to the client
   * @throws CloseConnectionException if it fails later: the client has to see a cut response
   */
  void relay(UpstreamResponse answer, ServerResponse response) throws IOException {
    if (answer.length() >= 0 && answer.length() <= ONE_WRITE_BYTES) {
      byte[] body = answer.body().readNBytes((int) answer.length());
      copyHead(answer, response);
      response.send(body);
    } else {
      copyHead(answer, response);
      stream(answer.body(), response);
    }
  }

  private static void stream(InputStream body, ServerResponse response) {
    byte[] buffer = new byte[ONE_WRITE_BYTES];
    OutputStream out = response.outputStream();
    try {
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        out.write(buffer, 0, count);
        if (body.available() == 0) {
          out.flush();
        }
      }
      out.close();
    } catch (IOException e) {
      throw new CloseConnectionException("The response broke off", e);
    }
  }

  private void copyHead(UpstreamResponse answer, ServerResponse response) {
    Status status = Status.create(answer.status(), answer.reason());
    ServerResponseHeaders headers = response.headers();
    HopByHop hopByHop = new HopByHop(answer.header("Connection").orElse(""));
    answer.forEachHeader((name, value) -> {
      HeaderName headerName = HeaderNames.create(name);
      if (!hopByHop.contains(headerName)) {
        headers.add(HeaderValues.create(headerName, outside(headerName, value)));
      }
    });
    if (status.code() == Status.NO_CONTENT_204.code()
        || status.code() == Status.NOT_MODIFIED_304.code()) {
      headers.remove(HeaderNames.CONTENT_LENGTH);
    }
    headers.setIfAbsent(id.header());
    response.status(status);
  }

  private String outside(HeaderName name, String value) {
    return name.equals(HeaderNames.LOCATION) || name.equals(HeaderNames.CONTENT_LOCATION)
        ? Locations.outside(value, upstream)
        : value;
  }
}
