package tasktracker.gateway;

import java.time.Duration;
import java.util.List;
import tasktracker.service.ApiDescription;
import tasktracker.service.Environment;
import tasktracker.service.Identity;
import tasktracker.service.Launcher;
import tasktracker.service.Server;
import tasktracker.service.ServerSettings;
import tasktracker.service.SettingException;
import tasktracker.service.upstream.UpstreamSettings;

/**
 * The single entry to the services. Its health is its own: it is healthy while it can answer, be
 * the services up or down, so that an outage of one service does not take the others away with it.
 */
public final class Gateway {

  /** What goes where. */
  private static final List<Route> ROUTES =
      List.of(
          new Route("/api/v1/auth", "user-service", "USER_SERVICE_URLS", "http://127.0.0.1:8001"),
          new Route("/api/v1/tasks", "task-service", "TASK_SERVICE_URLS", "http://127.0.0.1:8002"),
          new Route(
              "/api/v1/stats", "stats-service", "STATS_SERVICE_URLS", "http://127.0.0.1:8003"));

  private static final int DEFAULT_PORT = 8000;

  private Gateway() {}

  /** Runs the gateway with the settings of the environment. */
  public static void main(String... args) {
    Launcher.run(Gateway::start);
  }

  /**
   * Starts the gateway. Settings: the lists of base URLs {@code USER_SERVICE_URLS}, {@code
   * TASK_SERVICE_URLS} and {@code STATS_SERVICE_URLS}, the timeouts {@code CONNECT_TIMEOUT} and
   * {@code RESPONSE_TIMEOUT}, and those of every server.
   *
   * @throws SettingException if one of them cannot be used
   */
  public static Server start(Environment environment) {
    ServerSettings settings = ServerSettings.from(environment, DEFAULT_PORT);
    UpstreamSettings upstream = upstreamSettings(environment);
    return Server.start(
        Identity.service("api-gateway"),
        settings,
        new ApiDescription(),
        new ReverseProxy(
            ROUTES.stream()
                .map(route -> new Destination(route, route.connect(environment, upstream)))
                .toList()));
  }

  private static UpstreamSettings upstreamSettings(Environment environment) {
    UpstreamSettings defaults = UpstreamSettings.DEFAULTS;
    return defaults.withTimeouts(
        timeout(environment, "CONNECT_TIMEOUT", defaults.connectTimeout()),
        timeout(environment, "RESPONSE_TIMEOUT", defaults.responseTimeout()));
  }

  private static Duration timeout(Environment environment, String name, Duration fallback) {
    Duration timeout = environment.duration(name, fallback);
    if (timeout.compareTo(Duration.ofMillis(1)) < 0) {
      throw SettingException.of(name, timeout.toString(), "at least 1ms");
    }
    return timeout;
  }
}
