package tasktracker.stack;

import java.util.List;
import java.util.Set;

/** What of its environment the lab hands on to the processes of stacks. */
public final class InheritedEnvironment {
  /** Flags for every JVM; those of a user's shell would differ from machine to machine. */
  private static final Set<String> LEFT_OUT =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private InheritedEnvironment() {}

  /** A command with that environment, to which its own variables can be added. */
  public static ProcessBuilder of(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(LEFT_OUT);
    return builder;
  }
}
