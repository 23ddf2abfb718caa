package tasktracker.stack.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tasktracker.results.file.FileFailure;

/**
 * Systems without {@code /proc}, such as macOS: CPU time from the JDK, memory from {@code ps}.
 * Descendants that ended are not counted, because nothing there tells of them.
 */
final class PsCommand implements ProcessTable {
  private static final int KIB = 1024;

  @Override
  public Map<Long, Duration> cpuTime(Collection<Long> roots) {
    return figures(
        roots,
        tree ->
            tree.map(member -> member.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus));
  }

  @Override
  public Map<Long, Long> memory(Collection<Long> roots) {
    Map<Long, Long> resident = residentSetSizes();
    return figures(
        roots, tree -> tree.mapToLong(member -> resident.getOrDefault(member.pid(), 0L)).sum());
  }

  /** Of the tree below each root that lives. */
  private static <T> Map<Long, T> figures(
      Collection<Long> roots, Function<Stream<ProcessHandle>, T> figure) {
    Map<Long, T> figures = new HashMap<>();
    for (Long root : roots) {
      ProcessHandle.of(root)
          .map(process -> Stream.concat(Stream.of(process), process.descendants()))
          .ifPresent(tree -> figures.put(root, figure.apply(tree)));
    }
    return figures;
  }

  @Override
  public boolean isStopped(long pid) {
    return state(pid).anyMatch(state -> state.startsWith("T"));
  }

  @Override
  public boolean isMoving(long pid) {
    return state(pid).anyMatch(state -> !state.startsWith("T") && !state.startsWith("Z"));
  }

  /** None for a process that is gone. */
  private static Stream<String> state(long pid) {
    return lines("-o", "stat=", "-p", String.valueOf(pid)).stream();
  }

  @Override
  public String memoryKind() {
    return "RSS";
  }

  private static Map<Long, Long> residentSetSizes() {
    Map<Long, Long> sizes = new HashMap<>();
    for (String line : lines("-A", "-o", "pid=,rss=")) {
      String[] field = line.split("\\s+");
      sizes.put(Long.valueOf(field[0]), Long.parseLong(field[1]) * KIB);
    }
    return sizes;
  }

  private static List<String> lines(String... arguments) {
    try {
      Process ps =
          new ProcessBuilder(Stream.concat(Stream.of("ps"), Stream.of(arguments)).toList()).start();
      try (BufferedReader output = ps.inputReader(UTF_8)) {
        return output.lines().map(String::strip).toList();
      }
    } catch (IOException e) {
      throw FileFailure.because("cannot run 'ps' to look at processes", e);
    }
  }
}
