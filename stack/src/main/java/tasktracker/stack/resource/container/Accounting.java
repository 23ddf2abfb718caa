package tasktracker.stack.resource.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The files in which the kernel keeps account of a control group. */
sealed interface Accounting {

  Duration cpu() throws IOException;

  Duration throttled() throws IOException;

  long memory() throws IOException;

  long memoryLimit() throws IOException;

  /** The files of a group, by the path that each controller has for it. */
  static Optional<Accounting> at(Path mount, Map<String, String> paths) {
    if (paths.containsKey("cpuacct") && paths.containsKey("memory")) {
      return Optional.of(
          new Version1(
              mount.resolve("cpuacct").resolve(paths.get("cpuacct")),
              mount.resolve("cpu").resolve(paths.getOrDefault("cpu", "")),
              mount.resolve("memory").resolve(paths.get("memory"))));
    }
    return Optional.ofNullable(paths.get("")).map(path -> new Version2(mount.resolve(path)));
  }

  /** One folder for each controller. */
  record Version1(Path cpuacct, Path cpuQuota, Path memoryFolder) implements Accounting {
    @Override
    public Duration cpu() throws IOException {
      return Duration.ofNanos(number(cpuacct.resolve("cpuacct.usage")));
    }

    @Override
    public Duration throttled() throws IOException {
      return Duration.ofNanos(keyed(cpuQuota.resolve("cpu.stat"), "throttled_time"));
    }

    @Override
    public long memory() throws IOException {
      return number(memoryFolder.resolve("memory.usage_in_bytes"))
          - keyed(memoryFolder.resolve("memory.stat"), "total_inactive_file");
    }

    @Override
    public long memoryLimit() throws IOException {
      return number(memoryFolder.resolve("memory.limit_in_bytes"));
    }
  }

  /** One folder for all. */
  record Version2(Path folder) implements Accounting {
    @Override
    public Duration cpu() throws IOException {
      return Duration.ofNanos(1000 * keyed(folder.resolve("cpu.stat"), "usage_usec"));
    }

    @Override
    public Duration throttled() throws IOException {
      return Duration.ofNanos(1000 * keyed(folder.resolve("cpu.stat"), "throttled_usec"));
    }

    @Override
    public long memory() throws IOException {
      return number(folder.resolve("memory.current"))
          - keyed(folder.resolve("memory.stat"), "inactive_file");
    }

    @Override
    public long memoryLimit() throws IOException {
      return number(folder.resolve("memory.max"));
    }
  }

  private static long number(Path file) throws IOException {
    String text = Files.readString(file, ISO_8859_1).strip();
    return text.equals("max") ? Long.MAX_VALUE : Long.parseLong(text);
  }

  /** The number behind a key; 0 where the kernel does not write the key. */
  private static long keyed(Path file, String key) throws IOException {
    for (String line : Files.readAllLines(file, ISO_8859_1)) {
      if (line.startsWith(key + " ")) {
        return Long.parseLong(line.substring(key.length() + 1).strip());
      }
    }
    return 0;
  }
}
