package tasktracker.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.resource.UsageSource;

/**
 * A deployment that someone else runs: only its URL is known, nothing of it is started, measured
 * from inside or stopped.
 *
 * @param architecture name of the architecture
 * @param entry where requests go
 */
public record ExternalStack(String architecture, URI entry) implements Stack {
  private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(5);

  /**
   * Asks whether the deployment is healthy.
   *
   * @throws EnvironmentException when {@code GET /health} does not answer 200 within 5 s
   */
  public void requireHealthy() {
    HealthProbe.Answer answer = HealthProbe.ask(entry, HEALTH_TIMEOUT);
    if (!answer.healthy()) {
      throw new EnvironmentException(
          "%s is not healthy at %s (%s): start it, name its URL, or leave out --runtime external"
              .formatted(architecture, entry, answer.reason()));
    }
  }

  @Override
  public List<Instance> instances() {
    return List.of();
  }

  @Override
  public Optional<UsageSource> usage() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Not started here, so not stopped here.
  }
}
