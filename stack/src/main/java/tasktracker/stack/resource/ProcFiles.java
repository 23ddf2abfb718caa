package tasktracker.stack.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Linux: {@code /proc/<pid>/stat} for CPU time and {@code smaps_rollup} for memory. */
final class ProcFiles implements ProcessTable {
  private static final Path PROC = Path.of("/proc");

  /** The unit of CPU times in {@code /proc}: USER_HZ, which is 100 for programs on Linux. */
  static final Duration TICK = Duration.ofMillis(10);

  private static final int KIB = 1024;

  private final boolean proportional;

  ProcFiles() {
    proportional = proportionalSetSize(ProcessHandle.current().pid()).isPresent();
  }

  @Override
  public Map<Long, Duration> cpuTime(Collection<Long> roots) {
    Map<Long, ProcStat> stats = readAll();
    Map<Long, Long> ticks = sumByRoot(stats, roots, pid -> stats.get(pid).ticks());
    Map<Long, Duration> times = new HashMap<>();
    ticks.forEach((root, sum) -> times.put(root, TICK.multipliedBy(sum)));
    return times;
  }

  @Override
  public Map<Long, Long> memory(Collection<Long> roots) {
    return sumByRoot(readAll(), roots, this::memoryOf);
  }

  @Override
  public boolean isStopped(long pid) {
    return ProcStat.of(pid).filter(stat -> stat.state().equals("T")).isPresent();
  }

  /** Neither stopped nor a zombie, which has ended and waits for its parent to notice. */
  @Override
  public boolean isMoving(long pid) {
    return ProcStat.of(pid).filter(stat -> !stat.state().matches("[TZX]")).isPresent();
  }

  @Override
  public String memoryKind() {
    return proportional ? "PSS" : "RSS";
  }

  private static Map<Long, Long> sumByRoot(
      Map<Long, ProcStat> stats, Collection<Long> roots, ToLongFunction<Long> figure) {
    Map<Long, Long> sums = new HashMap<>();
    for (Long pid : stats.keySet()) {
      Long member = pid;
      while (member != null && !roots.contains(member)) {
        ProcStat stat = stats.get(member);
        member = stat == null ? null : stat.parent();
      }
      if (member != null) {
        sums.merge(member, figure.applyAsLong(pid), Long::sum);
      }
    }
    return sums;
  }

  private static Map<Long, ProcStat> readAll() {
    Map<Long, ProcStat> stats = new HashMap<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        long pid = Long.parseLong(process.getFileName().toString());
        ProcStat.of(pid).ifPresent(stat -> stats.put(pid, stat));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + PROC, e);
    }
    return stats;
  }

  private long memoryOf(long pid) {
    if (proportional) {
      return proportionalSetSize(pid).orElse(0);
    }
    return keyed(PROC.resolve(pid + "/status"), "VmRSS:").orElse(0);
  }

  private static OptionalLong proportionalSetSize(long pid) {
    return keyed(PROC.resolve(pid + "/smaps_rollup"), "Pss:");
  }

  private static OptionalLong keyed(Path file, String key) {
    try {
      for (String line : Files.readAllLines(file, ISO_8859_1)) {
        if (line.startsWith(key)) {
          String number = line.substring(key.length()).strip().split(" ")[0];
          return OptionalLong.of(Long.parseLong(number) * KIB);
        }
      }
    } catch (IOException e) {
      // Ended meanwhile, or an older kernel without the file.
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }
}
