package tasktracker.experiments.stack.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tasktracker.experiments.stack.CpuSet;

/**
 * Small programs put before a command, each of which replaces itself with the next, so that the
 * process id stays that of the command.
 */
public final class CommandPrefix {
  private CommandPrefix() {}

  /**
   * The command in a session of its own where the system has {@code setsid}: Ctrl-C at the terminal
   * then reaches the lab alone, which stops its children in order.
   */
  public static List<String> ownSession(String... command) {
    List<String> whole = new ArrayList<>();
    if (onPath("setsid")) {
      whole.add("setsid");
    }
    whole.addAll(Arrays.asList(command));
    return whole;
  }

  /** {@code taskset} for these processors, nothing without them. */
  static List<String> pinned(Optional<CpuSet> cpus) {
    return cpus.map(set -> List.of("taskset", "-c", set.toString())).orElse(List.of());
  }

  /** PostgreSQL refuses to run as root; in a user namespace it does not see that it is. */
  static List<String> notRoot() {
    return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
  }

  /** Whether a program of that name is on the path. */
  public static boolean onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
