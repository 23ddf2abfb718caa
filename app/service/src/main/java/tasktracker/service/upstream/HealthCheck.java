package tasktracker.service.upstream;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Asks an instance over a connection of its own whether it can work. */
final class HealthCheck {

  private static final String PATH = "/health";
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(1).toMillis();

  private HealthCheck() {}

  /**
   * Returns if the instance says that it is well.
   *
   * @throws IOException if it says otherwise, cannot be reached or says nothing for a second
   */
  static void of(UpstreamInstance instance) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(instance.resolved(), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      ClassicHttpResponse response = ask(instance, new HttpConnection(socket));
      if (response.getCode() >= HttpStatus.SC_SERVER_ERROR) {
        throw new IOException("its health is " + response.getCode());
      }
    } catch (HttpException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static ClassicHttpResponse ask(UpstreamInstance instance, HttpConnection connection)
      throws HttpException, IOException {
    ClassicHttpRequest request = new BasicClassicHttpRequest("GET", null, null, PATH);
    request.addHeader(HttpHeaders.HOST, instance.toString());
    request.addHeader(HttpHeaders.CONNECTION, "close");
    connection.sendRequestHeader(request);
    connection.flush();
    return connection.receiveResponseHeader();
  }
}
