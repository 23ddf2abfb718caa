package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.CpuSet;
import tasktracker.stack.resource.Taskset;

/**
 * On which processors processes run: they, all that they have started, and all of their threads.
 */
final class Affinity {
  private static final Path PROC = Path.of("/proc");

  /** A process or thread that began meanwhile may have what its parent had before. */
  private static final int MOST_PASSES = 20;

  private Affinity() {}

  /**
   * Moves them to these processors.
   *
   * @param roots process ids
   * @throws EnvironmentException when one stays elsewhere
   */
  static void move(Collection<Long> roots, CpuSet cpus) {
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      List<Long> elsewhere = tree(roots).filter(pid -> !isOn(pid, cpus)).toList();
      if (elsewhere.isEmpty()) {
        return;
      }
      // Whether it did so is seen by what the kernel says.
      elsewhere.forEach(pid -> Taskset.run("-a", "-c", "-p", cpus.toString(), String.valueOf(pid)));
    }
    throw new EnvironmentException("cannot keep the stack on CPU " + cpus);
  }

  private static Stream<Long> tree(Collection<Long> roots) {
    return roots.stream().flatMap(root -> ProcessTree.of(root).stream());
  }

  /** Also where it has ended. */
  private static boolean isOn(long pid, CpuSet cpus) {
    try (Stream<Path> threads = Files.list(PROC.resolve(pid + "/task"))) {
      return threads.allMatch(
          thread -> CpuSet.of(thread.resolve("status")).map(cpus::equals).orElse(true));
    } catch (IOException e) {
      return true;
    }
  }
}
