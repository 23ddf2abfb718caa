package tasktracker.stack.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tasktracker.stack.Instance;

/**
 * What the instances of a stack hold: threads and sockets of the services, and the processes of the
 * databases, of which each connection has one.
 *
 * @param counts by instance and kind
 */
record OpenResources(Map<String, Long> counts) {
  /**
   * A pool of ten connections may be full or not, and some threads come and go. A leak at each of
   * twenty injections is more.
   */
  private static final int BREATH = 12;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  static OpenResources of(EmbeddedStack stack) {
    Map<String, Long> counts = new TreeMap<>();
    for (Instance instance : stack.instances()) {
      String name = instance.name();
      if (instance.kind() == Instance.Kind.DATABASE) {
        counts.put(name + " processes", (long) ProcessTree.of(instance.pid()).size());
      } else {
        Path process = Path.of("/proc", String.valueOf(instance.pid()));
        counts.put(name + " threads", entries(process.resolve("task"), "[0-9]+"));
        counts.put(name + " sockets", entries(process.resolve("fd"), "socket:.*"));
      }
    }
    return new OpenResources(counts);
  }

  /** The counts once they are within others, or after some seconds. */
  static OpenResources settled(EmbeddedStack stack, OpenResources before)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    OpenResources now = of(stack);
    while (!now.isWithin(before) && System.nanoTime() - deadline < 0) {
      Thread.sleep(200);
      now = of(stack);
    }
    return now;
  }

  boolean isWithin(OpenResources before) {
    return counts.entrySet().stream()
        .allMatch(now -> now.getValue() <= before.counts.get(now.getKey()) + BREATH);
  }

  private static long entries(Path folder, String pattern) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> name(entry).matches(pattern)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a link what it leads to. */
  private static String name(Path entry) {
    try {
      return Files.isSymbolicLink(entry)
          ? Files.readSymbolicLink(entry).toString()
          : entry.getFileName().toString();
    } catch (IOException e) {
      // Closed meanwhile.
      return "";
    }
  }
}
