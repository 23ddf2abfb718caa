package tasktracker.load.http;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import tasktracker.load.model.Durations;

/**
 * How sessions speak HTTP. Immutable; {@link #DEFAULT} holds the usual settings and the {@code
 * with} methods change one of them.
 *
 * @param connectTimeout longest wait for a connection, TLS handshake included
 * @param responseTimeout longest wait from the begin of a request to the last byte of its response
 * @param headers sent with every request, by name without regard to case; a session may replace
 *     their values
 * @param insecure whether any certificate of the server is taken, also a self-signed or expired one
 *     and one of another host
 * @param gzip whether to ask for compressed responses
 * @param connectionsPerUser connections of a session, which sends its requests over them in turn
 */
public record HttpSettings(
    Duration connectTimeout,
    Duration responseTimeout,
    Map<String, String> headers,
    boolean insecure,
    boolean gzip,
    int connectionsPerUser) {

  /**
   * Timeouts of 5 s and 30 s, no headers, certificates are verified, nothing compressed, one
   * connection per user.
   */
  public static final HttpSettings DEFAULT =
      new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(30), Map.of(), false, false, 1);

  /**
   * @throws IllegalArgumentException when a setting is out of its range, or a header cannot be sent
   */
  public HttpSettings {
    requirePositive("connect timeout", connectTimeout);
    requirePositive("response timeout", responseTimeout);
    if (connectionsPerUser < 1) {
      throw new IllegalArgumentException(
          "connections per user must be 1 or more, not " + connectionsPerUser);
    }
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    sorted.forEach(HeaderLine::check);
    headers = Collections.unmodifiableMap(sorted);
  }

  /** These settings with other timeouts. */
  public HttpSettings withTimeouts(Duration connect, Duration response) {
    return new HttpSettings(connect, response, headers, insecure, gzip, connectionsPerUser);
  }

  /** These settings with one more header, or another value of it. */
  public HttpSettings withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new HttpSettings(
        connectTimeout, responseTimeout, more, insecure, gzip, connectionsPerUser);
  }

  /** These settings, with any certificate taken or not. */
  public HttpSettings withInsecure(boolean any) {
    return new HttpSettings(
        connectTimeout, responseTimeout, headers, any, gzip, connectionsPerUser);
  }

  /** These settings, with compressed responses asked for or not. */
  public HttpSettings withGzip(boolean compressed) {
    return new HttpSettings(
        connectTimeout, responseTimeout, headers, insecure, compressed, connectionsPerUser);
  }

  /** These settings with another number of connections per user. */
  public HttpSettings withConnectionsPerUser(int connections) {
    return new HttpSettings(connectTimeout, responseTimeout, headers, insecure, gzip, connections);
  }

  private static void requirePositive(String name, Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException(name + " must be above 0, not " + time);
    }
    Durations.requireBounded(name, time);
  }
}
