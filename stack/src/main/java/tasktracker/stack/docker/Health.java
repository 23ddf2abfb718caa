package tasktracker.stack.docker;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Architecture;
import tasktracker.stack.HealthProbe;
import tasktracker.stack.Instance;

/**
 * Waits until every service container answers at its published port that it is healthy, and says
 * why one does not. The engine's own probes are rare, because they cost CPU in the containers.
 *
 * @param good whether a container is as it should be
 */
record Health(Predicate<Container> good) {
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(50);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** That of an architecture: a container is a service that says that it is healthy, or none. */
  static Health of(Architecture architecture) {
    return new Health(container ->
        container.kind(architecture) != Instance.Kind.SERVICE
            || (container.port().isPresent()
                && HealthProbe.ask(url(container), PROBE_TIMEOUT).healthy()));
  }

  boolean isGood(Container container) {
    return good.test(container);
  }

  static URI url(Container container) {
    return URI.create("http://127.0.0.1:" + container.port().orElseThrow());
  }

  /**
   * Waits.
   *
   * @throws EnvironmentException when a container ends, or is not healthy in time
   */
  void await(List<Container> containers, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    long look = System.nanoTime() + LOOK_EVERY.toNanos();
    List<Container> waiting = containers;
    while (true) {
      // One after the other: a service that is asked while it starts takes longer to start.
      waiting = waiting.stream().dropWhile(this::isGood).toList();
      if (waiting.isEmpty()) {
        return;
      }
      if (System.nanoTime() > deadline) {
        requireGood(waiting, timeout);
        return;
      }
      if (System.nanoTime() > look) {
        containers.forEach(Health::requireRunning);
        look = System.nanoTime() + LOOK_EVERY.toNanos();
      }
      pause(PROBE_INTERVAL);
    }
  }

  private void requireGood(List<Container> containers, Duration timeout) {
    List<Container> bad = containers.stream().filter(container -> !isGood(container)).toList();
    if (!bad.isEmpty()) {
      throw Container.notHealthy(bad, timeout);
    }
  }

  private static void requireRunning(Container container) {
    Container now = container.refreshed();
    if (!now.running()) {
      throw now.endedWhileStarting();
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException("interrupted while the containers were starting", e);
    }
  }
}
