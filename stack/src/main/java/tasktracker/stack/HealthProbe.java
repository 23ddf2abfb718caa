package tasktracker.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;

/** Asks a service for its health, once. Thread-safe. */
public final class HealthProbe {
  /**
   * What came back.
   *
   * @param healthy whether it answered 200
   * @param reason what it said otherwise, such as {@code Connection refused} or {@code status 503}
   */
  public record Answer(boolean healthy, String reason) {}

  private HealthProbe() {}

  /** Sends {@code GET /health} and waits at most the time-out to connect, and to be answered. */
  public static Answer ask(URI service, Duration timeout) {
    try {
      var connection =
          (HttpURLConnection) service.resolve("/health").toURL().openConnection(Proxy.NO_PROXY);
      try {
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        int status = connection.getResponseCode();
        return new Answer(status == 200, "status " + status);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      String message = e.getMessage();
      return new Answer(false, message == null ? e.toString() : message);
    }
  }
}
