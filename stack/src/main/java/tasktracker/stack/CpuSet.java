package tasktracker.stack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processors of this machine, by number, that a process may run on.
 *
 * @param cpus the numbers, ascending and not empty
 */
public record CpuSet(List<Integer> cpus) {
  private static final String ALLOWED = "Cpus_allowed_list:";

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

  /** The processors that this process may use; empty where the system does not tell. */
  public static Optional<CpuSet> ofThisProcess() {
    return of(Path.of("/proc/self/status"));
  }

  /** The processors that a process or thread may use by its {@code status} below /proc. */
  public static Optional<CpuSet> of(Path status) {
    try {
      return Files.readAllLines(status, ISO_8859_1).stream()
          .filter(line -> line.startsWith(ALLOWED))
          .map(line -> parse(line.substring(ALLOWED.length()).strip()))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** These processors and others. */
  public CpuSet and(CpuSet others) {
    return new CpuSet(Stream.concat(cpus.stream(), others.cpus.stream()).toList());
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
