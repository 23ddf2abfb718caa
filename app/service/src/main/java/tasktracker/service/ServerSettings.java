package tasktracker.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tasktracker.service.wire.HeadLimits;

/**
 * How a server listens and stops.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for a free one
 * @param accessLog whether every request is logged
 * @param metrics whether {@code GET /metrics} tells what it does, for Prometheus
 * @param shutdownGrace longest wait for requests in flight when the server stops
 * @param responseDelay how much later every request but those for health is answered, for the
 *     calibration of measurements; usually 0
 * @param responseDelayFor how long after the start that is so; empty for always
 * @param corsOrigins origins of web front ends that may call; usually none
 * @param headLimits how long the head of a request may be
 */
public record ServerSettings(
    String host,
    int port,
    boolean accessLog,
    boolean metrics,
    Duration shutdownGrace,
    Duration responseDelay,
    Optional<Duration> responseDelayFor,
    List<String> corsOrigins,
    HeadLimits headLimits) {

  private static final String CORS_ORIGINS = "CORS_ORIGINS";

  /** Copies the list of origins. */
  public ServerSettings {
    corsOrigins = List.copyOf(corsOrigins);
  }

  /**
   * Reads {@code HOST}, {@code PORT}, {@code ACCESS_LOG}, {@code METRICS}, {@code SHUTDOWN_GRACE},
   * {@code RESPONSE_DELAY}, {@code RESPONSE_DELAY_FOR} and {@code CORS_ORIGINS}.
   *
   * @param defaultPort port where {@code PORT} is not set
   */
  public static ServerSettings from(Environment environment, int defaultPort) {
    return new ServerSettings(
        environment.text("HOST").orElse("127.0.0.1"),
        environment.integer("PORT", defaultPort, 0, 65_535),
        environment.isOn("ACCESS_LOG"),
        environment.isOn("METRICS"),
        environment.duration("SHUTDOWN_GRACE", Duration.ofSeconds(5)),
        environment.duration("RESPONSE_DELAY", Duration.ZERO),
        environment
            .text("RESPONSE_DELAY_FOR")
            .map(_ -> environment.duration("RESPONSE_DELAY_FOR", Duration.ZERO)),
        environment.list(CORS_ORIGINS).stream().map(ServerSettings::origin).toList(),
        HeadLimits.OF_CLIENTS);
  }

  /** The same for a service whose requests come from the gateway: it answers browsers itself. */
  public ServerSettings behindGateway() {
    return new ServerSettings(
        host,
        port,
        accessLog,
        metrics,
        shutdownGrace,
        responseDelay,
        responseDelayFor,
        List.of(),
        HeadLimits.OF_THE_GATEWAY);
  }

  private static String origin(String text) {
    if (text.equals("*")) {
      return text;
    }
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())) {
        return text;
      }
    } catch (URISyntaxException e) {
      // Answered below like a URL with a path.
    }
    throw SettingException.of(
        CORS_ORIGINS, text, "origins like http://localhost:3000, separated by commas, or *");
  }
}
