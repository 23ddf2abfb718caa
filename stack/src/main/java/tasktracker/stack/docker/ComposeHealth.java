package tasktracker.stack.docker;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.HealthProbe;

/**
 * Whether the containers of a project are as they should be: each runs and is healthy by its own
 * check, or has done its work and ended with 0; the entry runs and answers.
 */
record ComposeHealth(ComposeConfig config) {
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(200);

  /**
   * Waits.
   *
   * @return the containers that go on running, that of the entry among them
   * @throws EnvironmentException when one has failed, or is not healthy in time
   */
  List<Container> await(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      List<Container> all = Container.of(config.project().project());
      all.forEach(this::requireNotFailed);
      List<Container> left = all.stream().filter(each -> !each.state().isDone()).toList();
      List<Container> waiting = left.stream().filter(each -> !isGood(each)).toList();
      if (waiting.isEmpty() && left.stream().anyMatch(this::isEntry)) {
        return left;
      }
      if (System.nanoTime() > deadline) {
        throw waiting.isEmpty()
            ? new EnvironmentException(
                "not healthy after %d s: %s; it has no container"
                    .formatted(timeout.toSeconds(), config.project().entry()))
            : Health.late(waiting, timeout);
      }
      Health.pause(PROBE_INTERVAL);
    }
  }

  private void requireNotFailed(Container container) {
    ContainerState state = container.state();
    if (state.hasFailed() || (state.isDone() && isEntry(container))) {
      throw Health.ended(container);
    }
  }

  boolean isGood(Container container) {
    return container.state().isGood() && (!isEntry(container) || complaint(container).isEmpty());
  }

  private boolean isEntry(Container container) {
    return container.member().equals(config.project().entry());
  }

  /** Why the entry cannot be asked for more; empty where it is well. */
  Optional<String> complaint(Container entry) {
    OptionalInt port = config.project().published(entry);
    if (port.isEmpty()) {
      return Optional.of("port %d is not published".formatted(config.project().port()));
    }
    URI url = URI.create("http://127.0.0.1:" + port.getAsInt());
    HealthProbe.Answer answer =
        config
            .project()
            .health()
            .map(path -> HealthProbe.askHealth(URI.create(url + path), PROBE_TIMEOUT))
            .orElseGet(() -> HealthProbe.askFor(URI.create(url + "/"), PROBE_TIMEOUT));
    return answer.complaint();
  }
}
