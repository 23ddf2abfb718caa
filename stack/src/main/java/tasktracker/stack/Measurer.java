package tasktracker.stack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.error.EnvironmentException;

/**
 * A process of the lab that measures a stack.
 *
 * @param pid its id
 */
public record Measurer(long pid) {
  /** In the command line of every lab, and of every process in which it generates load. */
  private static final String LAB = "tasktracker-experiments";

  private static final Pattern COMMAND = Pattern.compile(LAB + "\\.jar ([\\w-]+)");

  /** The lab that is connected to a port now, if there is one, this process excepted. */
  public static Optional<Measurer> connectedTo(int port) {
    return PortOwner.connectedTo(port).stream()
        .filter(Measurer::isLab)
        .findFirst()
        .map(Measurer::new);
  }

  private static boolean isLab(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().commandLine())
        .map(command -> command.contains(LAB))
        .orElse(false);
  }

  /** Why its stack is not to be taken down. Arguments are left out, as they may hold secrets. */
  public EnvironmentException refusal(String architecture) {
    String told =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().commandLine())
            .map(COMMAND::matcher)
            .filter(Matcher::find)
            .map(command -> " (tasktracker " + command.group(1) + ")")
            .orElse("");
    return new EnvironmentException(
        "%s is being measured by process %d%s: wait for it to end, or take it down all the same with --force"
            .formatted(architecture, pid, told));
  }
}
