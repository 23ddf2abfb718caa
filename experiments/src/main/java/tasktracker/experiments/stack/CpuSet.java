package tasktracker.experiments.stack;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Processors of this machine, by number, that a process may run on.
 *
 * @param cpus the numbers, ascending and not empty
 */
public record CpuSet(List<Integer> cpus) {

  /** Copies the numbers and checks that there is at least one. */
  public CpuSet {
    cpus = cpus.stream().sorted().distinct().toList();
    if (cpus.isEmpty()) {
      throw new IllegalArgumentException("a CPU set needs at least one CPU");
    }
  }

  /** How many processors there are in it. */
  public int size() {
    return cpus.size();
  }

  /** The numbers as {@code taskset -c} takes them, such as {@code 1,2,3}. */
  @Override
  public String toString() {
    return cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
