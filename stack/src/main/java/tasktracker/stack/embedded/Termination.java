package tasktracker.stack.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends process trees, stage by stage. Whoever does not end in time is killed, and so is what the
 * root of a tree leaves running when it ends.
 */
final class Termination {
  private static final Duration PATIENCE_AFTER_KILL = Stopping.USUAL_GRACE;

  private Termination() {}

  /** The root of a tree, which may have ended before, and how it is stopped. */
  record Target(ProcessHandle root, Stopping stopping) {}

  /** A root that was asked to end, and all of its tree at that moment. */
  private record Ending(ProcessHandle root, Stopping stopping, List<ProcessHandle> tree) {
    static Ending of(Target target) {
      return new Ending(target.root(), target.stopping(), ProcessTree.handles(target.root()));
    }
  }

  /** Ends all of them, those of the highest stage first. */
  static void of(Collection<Target> targets) {
    TreeMap<Integer, List<Target>> stages = new TreeMap<>();
    for (Target target : targets) {
      stages.computeIfAbsent(target.stopping().stage(), _ -> new ArrayList<>()).add(target);
    }
    stages.descendingMap().values().forEach(Termination::endStage);
  }

  private static void endStage(List<Target> targets) {
    List<Ending> endings = targets.stream().map(Ending::of).toList();
    for (Ending ending : endings) {
      if (ending.root().isAlive()) {
        ending.stopping().ended().to(List.of(ending.root().pid()));
      }
    }
    // A stopped process takes its signal only once it goes on.
    List<Long> all = new ArrayList<>();
    endings.forEach(each -> each.tree().forEach(process -> all.add(process.pid())));
    Signal.CONT.to(all);
    long begun = System.nanoTime();
    for (Ending ending : endings) {
      long deadline = begun + ending.stopping().grace().toNanos();
      boolean ended = ended(ending.root(), deadline - System.nanoTime());
      if (!ended) {
        ending.root().descendants().forEach(ProcessHandle::destroyForcibly);
        ending.root().destroyForcibly();
      }
      killLeft(ending);
      if (!ended) {
        ended(ending.root(), PATIENCE_AFTER_KILL.toNanos());
      }
    }
  }

  /** Children outlive a root that ends without ending them. */
  private static void killLeft(Ending ending) {
    ending.tree().forEach(ProcessHandle::destroyForcibly);
    ProcessTree.session(ending.root()).forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean ended(ProcessHandle process, long nanos) {
    if (!process.isAlive()) {
      return true;
    }
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
