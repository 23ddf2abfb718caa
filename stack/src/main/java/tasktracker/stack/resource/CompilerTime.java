package tasktracker.stack.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CPU time of the just-in-time compilers of Java virtual machines. Linux tells it of each thread,
 * and HotSpot names its compilers' threads, so nothing attaches to a process; one that is no Java
 * virtual machine has no such threads. For one thread at a time.
 */
public final class CompilerTime {
  private static final Path PROC = Path.of("/proc");

  /** What Linux keeps of the names, 15 characters at most. */
  private static final List<String> NAMES = List.of("C1 Compiler", "C2 Compiler", "JVMCI Compiler");

  private final List<Long> roots;
  private final Map<Path, Boolean> isCompiler = new HashMap<>();
  private final Map<Path, Long> ticks = new HashMap<>();
  private long total;

  private CompilerTime(List<Long> roots) {
    this.roots = roots;
  }

  /**
   * That of processes and their descendants.
   *
   * @param pids roots of process trees of this machine
   */
  public static CompilerTime of(Collection<Long> pids) {
    return new CompilerTime(pids.stream().filter(pid -> pid > 0).toList());
  }

  /**
   * What the compilers have used since the first reading, threads that have ended since included up
   * to the reading before; zero where nothing is told.
   */
  public Duration read() {
    roots.stream()
        .flatMap(root -> ProcessHandle.of(root).stream())
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
        .forEach(process -> add(PROC.resolve(process.pid() + "/task")));
    return ProcFiles.TICK.multipliedBy(total);
  }

  private void add(Path threads) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
      for (Path thread : all) {
        if (isCompiler.computeIfAbsent(thread, CompilerTime::hasItsName)) {
          long now = ProcStat.of(thread).map(ProcStat::ownTicks).orElse(0L);
          total += Math.max(0, now - ticks.getOrDefault(thread, 0L));
          ticks.put(thread, now);
        }
      }
    } catch (IOException e) {
      // The process has ended, or this is no Linux.
      return;
    }
  }

  private static boolean hasItsName(Path thread) {
    try {
      String name = Files.readString(thread.resolve("comm"), ISO_8859_1);
      return NAMES.stream().anyMatch(name::startsWith);
    } catch (IOException e) {
      return false;
    }
  }
}
