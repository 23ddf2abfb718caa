package tasktracker.stack.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tasktracker.error.EnvironmentException;

/** Waits until instances say that they are healthy, and says why one does not. */
final class Readiness {
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(20);
  private static final int SHOWN_LINES = 12;

  private final Path folder;

  /**
   * @param folder of the stack, with the logs
   */
  Readiness(Path folder) {
    this.folder = folder;
  }

  void await(List<Member> members, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    List<Member> waiting = new ArrayList<>(members);
    while (true) {
      members.forEach(this::requireAlive);
      // One after the other: a service that is asked while it starts takes longer to start.
      while (!waiting.isEmpty() && isHealthy(waiting.getFirst())) {
        waiting.removeFirst();
      }
      if (waiting.isEmpty()) {
        // What answered may have been somebody else, if the port was taken meanwhile.
        members.forEach(this::requireAlive);
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

  private static boolean isHealthy(Member member) {
    return member.program().probe().health(PROBE_TIMEOUT).healthy();
  }

  private void requireAlive(Member member) {
    if (!member.process().isAlive()) {
      String name = member.instance().name();
      throw new EnvironmentException(
          "%s ended with exit code %d while starting; its last lines:%n%s"
              .formatted(name, member.process().exitValue(), lastLines(name)));
    }
  }

  private EnvironmentException notReady(List<Member> waiting, Duration timeout) {
    String names =
        waiting.stream().map(member -> member.instance().name()).collect(Collectors.joining(", "));
    Member first = waiting.getFirst();
    String name = first.instance().name();
    return new EnvironmentException(
        "not healthy after %d s: %s (%s); last lines of %s:%n%s"
            .formatted(
                timeout.toSeconds(),
                names,
                first.program().probe().health(PROBE_TIMEOUT).reason(),
                name,
                lastLines(name)));
  }

  private String lastLines(String instance) {
    return LogTail.of(ProcessStack.log(folder, instance), SHOWN_LINES).stream()
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
