package tasktracker.stack.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.HealthProbe;

/**
 * Waits until every service of a deployment answers that it is healthy, and says why one does not.
 */
final class Readiness {
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(20);
  private static final int SHOWN_LINES = 12;

  private final DeploymentPlan deployment;
  private final Path folder;

  Readiness(DeploymentPlan deployment, Path folder) {
    this.deployment = deployment;
    this.folder = folder;
  }

  void await(List<Member> members, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    List<DeploymentPlan.Placement> waiting = new ArrayList<>(deployment.placements());
    while (true) {
      requireAlive(members);
      // One after the other: a service that is asked while it starts takes longer to start.
      while (!waiting.isEmpty() && isHealthy(waiting.getFirst())) {
        waiting.removeFirst();
      }
      if (waiting.isEmpty()) {
        return;
      }
      if (System.nanoTime() > deadline) {
        waiting.removeIf(Readiness::isHealthy);
        if (!waiting.isEmpty()) {
          throw notReady(waiting, timeout);
        }
        return;
      }
      pause();
    }
  }

  private static boolean isHealthy(DeploymentPlan.Placement placement) {
    return HealthProbe.ask(URI.create(placement.url()), PROBE_TIMEOUT).healthy();
  }

  private void requireAlive(List<Member> members) {
    for (Member member : members) {
      if (!member.process().isAlive()) {
        String name = member.instance().name();
        throw new EnvironmentException(
            "%s ended with exit code %d while starting; its last lines:%n%s"
                .formatted(name, member.process().exitValue(), lastLines(name)));
      }
    }
  }

  private EnvironmentException notReady(List<DeploymentPlan.Placement> waiting, Duration timeout) {
    String names =
        waiting.stream().map(DeploymentPlan.Placement::name).collect(Collectors.joining(", "));
    String first = waiting.getFirst().name();
    return new EnvironmentException(
        "not healthy after %d s: %s; last lines of %s:%n%s"
            .formatted(timeout.toSeconds(), names, first, lastLines(first)));
  }

  private String lastLines(String instance) {
    return LogTail.of(EmbeddedStack.log(folder, instance), SHOWN_LINES).stream()
        .map(line -> "  " + line)
        .collect(Collectors.joining("\n"));
  }

  private static void pause() {
    try {
      Thread.sleep(PROBE_INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException("interrupted while the stack was starting", e);
    }
  }
}
