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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Linux: {@code /proc/<pid>/stat} for CPU time and {@code smaps_rollup} for memory. */
final class ProcFiles implements ProcessTable {
  private static final Path PROC = Path.of("/proc");

  /** The unit of CPU times in {@code /proc}: USER_HZ, which is 100 for programs on Linux. */
  static final Duration TICK = Duration.ofMillis(10);

  private static final int KIB = 1024;

  /** Behind the name: user and system time, then those of children. */
  private static final int USER_TIME = 11;

  private final boolean proportional;

  ProcFiles() {
    proportional = proportionalSetSize(ProcessHandle.current().pid()).isPresent();
  }

  /** What matters of a line: state, parent, and ticks of itself and of ended children. */
  private record Stat(String state, long parent, long ticks) {}

  @Override
  public Map<Long, Duration> cpuTime(Collection<Long> roots) {
    Map<Long, Stat> stats = readAll();
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
    return read(pid).filter(stat -> stat.state().equals("T")).isPresent();
  }

  /** Neither stopped nor a zombie, which has ended and waits for its parent to notice. */
  @Override
  public boolean isMoving(long pid) {
    return read(pid).filter(stat -> !stat.state().matches("[TZX]")).isPresent();
  }

  @Override
  public String memoryKind() {
    return proportional ? "PSS" : "RSS";
  }

  private static Map<Long, Long> sumByRoot(
      Map<Long, Stat> stats, Collection<Long> roots, ToLongFunction<Long> figure) {
    Map<Long, Long> sums = new HashMap<>();
    for (Long pid : stats.keySet()) {
      Long member = pid;
      while (member != null && !roots.contains(member)) {
        Stat stat = stats.get(member);
        member = stat == null ? null : stat.parent();
      }
      if (member != null) {
        sums.merge(member, figure.applyAsLong(pid), Long::sum);
      }
    }
    return sums;
  }

  private static Map<Long, Stat> readAll() {
    Map<Long, Stat> stats = new HashMap<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        long pid = Long.parseLong(process.getFileName().toString());
        read(pid).ifPresent(stat -> stats.put(pid, stat));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + PROC, e);
    }
    return stats;
  }

  /** Empty for a process that ended since it was listed. */
  private static Optional<Stat> read(long pid) {
    try {
      return Optional.of(parse(Files.readString(PROC.resolve(pid + "/stat"), ISO_8859_1)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * CPU time that a process or a thread has used itself, in {@link #TICK}s; 0 where it is gone.
   *
   * @param folder its folder below {@code /proc}
   */
  static long ticks(Path folder) {
    try {
      String[] field = fields(Files.readString(folder.resolve("stat"), ISO_8859_1));
      return Long.parseLong(field[USER_TIME]) + Long.parseLong(field[USER_TIME + 1]);
    } catch (IOException e) {
      return 0;
    }
  }

  /** The name, second field, stands in brackets and may itself hold blanks and brackets. */
  private static String[] fields(String stat) {
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }

  private static Stat parse(String stat) {
    String[] field = fields(stat);
    long ticks = 0;
    for (int own = USER_TIME; own <= USER_TIME + 3; own++) {
      ticks += Long.parseLong(field[own]);
    }
    return new Stat(field[0], Long.parseLong(field[1]), ticks);
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
