package tasktracker.service;

import java.time.Duration;

/**
 * How a server listens and stops.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for a free one
 * @param accessLog whether every request is logged
 * @param shutdownGrace longest wait for requests in flight when the server stops
 */
public record ServerSettings(String host, int port, boolean accessLog, Duration shutdownGrace) {

  /**
   * Reads {@code HOST}, {@code PORT}, {@code ACCESS_LOG} and {@code SHUTDOWN_GRACE}.
   *
   * @param defaultPort port where {@code PORT} is not set
   */
  public static ServerSettings from(Environment environment, int defaultPort) {
    return new ServerSettings(
        environment.text("HOST").orElse("127.0.0.1"),
        environment.integer("PORT", defaultPort, 0, 65_535),
        environment.isOn("ACCESS_LOG"),
        environment.duration("SHUTDOWN_GRACE", Duration.ofSeconds(5)));
  }
}
