package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.error.EnvironmentException;

/**
 * The limits that this process is under and that its children inherit, as Linux tells them; others
 * tell nothing. What a service says that meets one of them seldom names it.
 *
 * @param table the content of {@code /proc/self/limits}
 * @see <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">getrlimit(2)</a>
 */
record ProcessLimits(String table) {
  private static final List<Need> NEEDS =
      List.of(
          // A service has some hundred jars and connections; the generator one for each user.
          new Need("Max open files", 512, 1, "open files", 'n'),
          new Need("Max address space", 6L << 30, 1024, "KiB of address space", 'v'),
          new Need("Max data size", 2L << 30, 1024, "KiB of data", 'd'),
          new Need("Max file size", 256L << 20, 1024, "KiB in a file", 'f'));

  /** Of a kernel that counts them for each user; it does not for root. */
  private static final Need THREADS = new Need("Max processes", 1024, 1, "threads of a user", 'u');

  private record Need(String name, long least, int unit, String what, char option) {}

  static ProcessLimits ofThisProcess() {
    try {
      return new ProcessLimits(Files.readString(Path.of("/proc/self/limits"), UTF_8));
    } catch (IOException e) {
      return new ProcessLimits("");
    }
  }

  /**
   * Checks that a stack can run under them.
   *
   * @throws EnvironmentException naming the limit that is too low
   */
  void require() {
    NEEDS.forEach(this::require);
    if (!"root".equals(System.getProperty("user.name"))) {
      require(THREADS);
    }
  }

  private void require(Need need) {
    Matcher line = Pattern.compile("(?m)^" + need.name() + " +(\\d{1,18}) ").matcher(table);
    if (line.find() && Long.parseLong(line.group(1)) < need.least()) {
      throw new EnvironmentException(
          "the limit of %d %s (ulimit -%c) is too low for a stack: allow %d or more"
              .formatted(
                  Long.parseLong(line.group(1)) / need.unit(),
                  need.what(),
                  need.option(),
                  need.least() / need.unit()));
    }
  }
}
