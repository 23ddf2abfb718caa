package tasktracker.service;

import java.time.Duration;
import java.util.Optional;

/**
 * How a server listens and stops.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for a free one
 * @param accessLog whether every request is logged
 * @param shutdownGrace longest wait for requests in flight when the server stops
 * @param responseDelay how much later every request but those for health is answered, for the
 *     calibration of measurements; usually 0
 * @param responseDelayFor how long after the start that is so; empty for always
 */
public record ServerSettings(
    String host,
    int port,
    boolean accessLog,
    Duration shutdownGrace,
    Duration responseDelay,
    Optional<Duration> responseDelayFor) {

  /** Settings of a server whose delay, if any, never ends. */
  public ServerSettings(
      String host, int port, boolean accessLog, Duration shutdownGrace, Duration responseDelay) {
    this(host, port, accessLog, shutdownGrace, responseDelay, Optional.empty());
  }

  /**
   * Reads {@code HOST}, {@code PORT}, {@code ACCESS_LOG}, {@code SHUTDOWN_GRACE}, {@code
   * RESPONSE_DELAY} and {@code RESPONSE_DELAY_FOR}.
   *
   * @param defaultPort port where {@code PORT} is not set
   */
  public static ServerSettings from(Environment environment, int defaultPort) {
    return new ServerSettings(
        environment.text("HOST").orElse("127.0.0.1"),
        environment.integer("PORT", defaultPort, 0, 65_535),
        environment.isOn("ACCESS_LOG"),
        environment.duration("SHUTDOWN_GRACE", Duration.ofSeconds(5)),
        environment.duration("RESPONSE_DELAY", Duration.ZERO),
        environment
            .text("RESPONSE_DELAY_FOR")
            .map(_ -> environment.duration("RESPONSE_DELAY_FOR", Duration.ZERO)));
  }
}
