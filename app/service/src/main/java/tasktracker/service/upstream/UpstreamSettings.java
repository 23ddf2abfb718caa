package tasktracker.service.upstream;

import java.time.Duration;

/**
 * How patient an {@link Upstream} is and how much it may use.
 *
 * @param connectTimeout longest wait for one TCP connection
 * @param responseTimeout longest wait for a whole response head after the request was sent, and for
 *     each later piece of a body in either direction
 * @param idleTimeout how long an unused connection is kept; must be shorter than the keep-alive
 *     timeout of the service, so that the service is not the one who closes it
 * @param maxConnections most connections open to one instance
 */
public record UpstreamSettings(
    Duration connectTimeout, Duration responseTimeout, Duration idleTimeout, int maxConnections) {

  /** One second to connect, ten to answer, twenty idle, 1024 connections to an instance. */
  public static final UpstreamSettings DEFAULTS =
      new UpstreamSettings(
          Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(20), 1024);

  /** Checks that every limit is positive. */
  public UpstreamSettings {
    requirePositive("connect timeout", connectTimeout);
    requirePositive("response timeout", responseTimeout);
    requirePositive("idle timeout", idleTimeout);
    if (maxConnections < 1) {
      throw new IllegalArgumentException(
          "max connections must be at least 1, not " + maxConnections);
    }
  }

  /** The same with other timeouts. */
  public UpstreamSettings withTimeouts(Duration connect, Duration response) {
    return new UpstreamSettings(connect, response, idleTimeout, maxConnections);
  }

  /** The same with another idle timeout. */
  public UpstreamSettings withIdleTimeout(Duration timeout) {
    return new UpstreamSettings(connectTimeout, responseTimeout, timeout, maxConnections);
  }

  /** The same with another bound of connections to one instance. */
  public UpstreamSettings withMaxConnections(int connections) {
    return new UpstreamSettings(connectTimeout, responseTimeout, idleTimeout, connections);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(name + " must be at least 1 ms, not " + value);
    }
  }
}
