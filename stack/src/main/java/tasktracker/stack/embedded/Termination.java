package tasktracker.stack.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tasktracker.stack.Instance;

/**
 * Ends instances: services first and in good order, then the databases at once, because their data
 * goes with them. Whoever does not end in time is killed.
 */
final class Termination {
  /** Time enough to answer what is in flight. */
  static final Duration GRACE = Duration.ofSeconds(8);

  private final Duration grace;

  Termination(Duration grace) {
    this.grace = grace;
  }

  void of(List<Instance> instances) {
    end(instances, Instance.Kind.SERVICE, Signal.TERM);
    end(instances, Instance.Kind.DATABASE, Signal.QUIT);
    end(instances, Instance.Kind.PROXY, Signal.TERM);
  }

  private void end(List<Instance> instances, Instance.Kind kind, Signal signal) {
    List<ProcessHandle> processes =
        instances.stream()
            .filter(instance -> instance.kind() == kind)
            .map(instance -> ProcessHandle.of(instance.pid()))
            .flatMap(Optional::stream)
            .toList();
    List<Long> roots = processes.stream().map(ProcessHandle::pid).toList();
    signal.to(roots);
    // A stopped process takes its signal only once it goes on.
    Signal.CONT.to(roots.stream().flatMap(root -> ProcessTree.of(root).stream()).toList());
    long deadline = System.nanoTime() + grace.toNanos();
    for (ProcessHandle process : processes) {
      if (!ended(process, deadline - System.nanoTime())) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        ended(process, GRACE.toNanos());
      }
    }
  }

  private static boolean ended(ProcessHandle process, long nanos) {
    try {
      process.onExit().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      // An interrupted lab still must not leave orphans: kill instead of waiting.
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
