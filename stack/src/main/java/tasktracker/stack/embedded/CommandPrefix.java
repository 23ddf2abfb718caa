package tasktracker.stack.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tasktracker.stack.CpuSet;

/**
 * Small programs put before a command, each of which replaces itself with the next, so that the
 * process id stays that of the command.
 */
public final class CommandPrefix {
  /** Older systems have a {@code setpriv} without it, macOS has none. */
  private static final boolean PARENT_DEATH_SIGNAL =
      works("setpriv", "--pdeathsig", "KILL", "true");

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

  /**
   * Lets the kernel send the command this signal when the thread that started it ends, where the
   * system can do that; nothing elsewhere. It has to be the last prefix: a change of the user takes
   * the wish back.
   */
  static List<String> endedWithParent(Signal signal) {
    return PARENT_DEATH_SIGNAL ? List.of("setpriv", "--pdeathsig", signal.name()) : List.of();
  }

  /**
   * Lets the kernel kill the command when the thread that started it ends, where the system can do
   * that; nothing elsewhere.
   */
  public static List<String> killedWithParent() {
    return endedWithParent(Signal.KILL);
  }

  private static boolean works(String... command) {
    try {
      return onPath(command[0])
          && new ProcessBuilder(command)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .onExit()
                  .join()
                  .exitValue()
              == 0;
    } catch (IOException e) {
      return false;
    }
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
