package tasktracker.experiments.stack;

import java.util.ArrayList;
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

  /** The processors of a list as the kernel writes it: {@code 0-3,8}. */
  public static CpuSet parse(String list) {
    List<Integer> cpus = new ArrayList<>();
    for (String range : list.split(",")) {
      String[] ends = range.split("-");
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int cpu = Integer.parseInt(ends[0]); cpu <= last; cpu++) {
        cpus.add(cpu);
      }
    }
    return new CpuSet(cpus);
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
