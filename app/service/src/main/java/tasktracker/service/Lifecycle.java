package tasktracker.service;

import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tasktracker.service.http.ContractJson;
import tasktracker.service.http.Problem;

/**
 * Where a server is between start and stop: answers {@code GET /health}, holds requests off while
 * it is starting, and closes connections while it is draining. Thread-safe.
 */
final class Lifecycle implements Filter {

  static final String HEALTH_PATH = "/health";

  private static final Duration QUIET = Duration.ofMillis(50);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private enum Phase {
    STARTING,
    RUNNING,
    DRAINING
  }

  private final Identity identity;
  private final List<Component> components;
  private volatile Phase phase = Phase.STARTING;
  private volatile long lastAsked;

  Lifecycle(Identity identity, List<Component> components) {
    this.identity = identity;
    this.components = components;
  }

  void running() {
    phase = Phase.RUNNING;
  }

  /**
   * Asks callers to go, with every response, and waits until nobody has asked for a moment: what a
   * caller sends in the instant in which its connection is closed would be lost.
   */
  void drain(Duration patience) {
    lastAsked = System.nanoTime();
    phase = Phase.DRAINING;
    long end = lastAsked + patience.toNanos();
    for (long now = lastAsked;
        now - end < 0 && now - lastAsked < QUIET.toNanos();
        now = System.nanoTime()) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    if (phase == Phase.STARTING && !request.prologue().uriPath().rawPath().equals(HEALTH_PATH)) {
      response.header(HeaderValues.CONNECTION_CLOSE);
      unavailable(response, "The service is starting");
      return;
    }
    response.beforeSend(() -> {
      if (phase == Phase.DRAINING) {
        lastAsked = System.nanoTime();
        response.header(HeaderValues.CONNECTION_CLOSE);
      }
    });
    chain.proceed();
  }

  void answerHealth(ServerRequest request, ServerResponse response) {
    switch (phase) {
      case STARTING -> unavailable(response, "The service is starting");
      case DRAINING -> unavailable(response, "The service is stopping");
      case RUNNING -> {
        if (components.stream().allMatch(Component::isHealthy)) {
          ContractJson.send(response, health());
        } else {
          unavailable(response, "The service cannot reach what it needs");
        }
      }
    }
  }

  void answerRoot(ServerRequest request, ServerResponse response) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("name", identity.name());
    answer.put("version", identity.version());
    answer.put("status", "running");
    ContractJson.send(response, answer);
  }

  private Map<String, String> health() {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("status", "healthy");
    if (identity.named()) {
      answer.put("service", identity.name());
    }
    return answer;
  }

  private static void unavailable(ServerResponse response, String detail) {
    Problem.of(Status.SERVICE_UNAVAILABLE_503, detail).send(response);
  }
}
