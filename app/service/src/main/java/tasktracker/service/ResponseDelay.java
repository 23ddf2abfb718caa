package tasktracker.service;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers every request but those for health so much later: a known difference to be found. With an
 * end it is a known warm-up.
 */
record ResponseDelay(Duration delay, Optional<Long> endNanos) implements Filter {

  /** A delay from now on, for so long or for ever. */
  static ResponseDelay fromNow(Duration delay, Optional<Duration> length) {
    return new ResponseDelay(delay, length.map(time -> System.nanoTime() + time.toNanos()));
  }

  private boolean isOver() {
    return endNanos.isPresent() && System.nanoTime() - endNanos.get() >= 0;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    if (!isOver() && !request.prologue().uriPath().rawPath().equals(Lifecycle.HEALTH_PATH)) {
      try {
        Thread.sleep(delay);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    chain.proceed();
  }
}
