package tasktracker.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Asks a service once whether it can be asked for more. Thread-safe. */
public final class HealthProbe {
  private static final int OK = 200;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  /**
   * What came back.
   *
   * @param healthy whether that is what a healthy service answers
   * @param reason what it said otherwise, such as {@code Connection refused} or {@code status 503}
   */
  public record Answer(boolean healthy, String reason) {

    /** Why nothing more should be asked; empty where all is well. */
    public Optional<String> complaint() {
      return healthy ? Optional.empty() : Optional.of(reason);
    }
  }

  private HealthProbe() {}

  /** Sends {@code GET /health} and waits at most the time-out to connect, and to be answered. */
  public static Answer ask(URI service, Duration timeout) {
    return get(service.resolve("/health"), status -> status == OK, timeout);
  }

  /** The same of any URL, where every status below 500 is an answer. */
  public static Answer askFor(URI url, Duration timeout) {
    return get(url, status -> status < SERVER_ERROR, timeout);
  }

  /** The same of a URL that is there to tell of health: success or a redirect is good health. */
  public static Answer askHealth(URI url, Duration timeout) {
    return get(url, status -> status >= OK && status < CLIENT_ERROR, timeout);
  }

  private static Answer get(URI url, IntPredicate healthy, Duration timeout) {
    try {
      var connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
      try {
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        int status = connection.getResponseCode();
        return new Answer(healthy.test(status), "status " + status);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      String message = e.getMessage();
      return new Answer(false, message == null ? e.toString() : message);
    }
  }
}
