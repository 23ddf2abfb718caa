package tasktracker.stack.docker;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
  private static final String SHOWN_LINES = "12";
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
      throw late(bad, timeout);
    }
  }

  private static void requireRunning(Container container) {
    Container now = container.refreshed();
    if (!now.running()) {
      throw ended(now);
    }
  }

  /**
   * That containers are not as they should be in time, and why the first is not, as far as its
   * engine and its log tell.
   */
  static EnvironmentException late(List<Container> waiting, Duration timeout) {
    Container first = waiting.getFirst().refreshed();
    return new EnvironmentException(
        "not healthy after %d s: %s%s; %s"
            .formatted(
                timeout.toSeconds(),
                waiting.stream().map(Container::instance).collect(Collectors.joining(", ")),
                first.state().complaint(),
                lastLines(first)));
  }

  /** That a container has ended when it should have begun to serve. */
  static EnvironmentException ended(Container container) {
    return new EnvironmentException(
        "%s ended with exit code %d while starting%s; %s"
            .formatted(
                container.instance(),
                container.state().exitCode(),
                container.state().outOfMemory() ? " (out of memory)" : "",
                lastLines(container)));
  }

  private static String lastLines(Container container) {
    return "last lines of %s:%n%s"
        .formatted(
            container.instance(),
            container.log(SHOWN_LINES).stream()
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n")));
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
