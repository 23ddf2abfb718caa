package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tasktracker.results.file.FileFailure;

/**
 * A shell process that tidies up when the lab ends without doing so itself, be it by {@code kill
 * -9}: it waits at a pipe whose other end only the lab holds.
 */
public final class Guardian implements AutoCloseable {
  private final Process shell;

  private Guardian(Process shell) {
    this.shell = shell;
  }

  /**
   * Starts watching the processes that the file of a {@link StackState} will list, and those with
   * the mark, all of which end with the lab.
   */
  static Guardian watch(Path processes, StackMark mark) {
    return start(
        "guardian", List.of(processes.toString(), StackMark.VARIABLE + "=" + mark), Map.of());
  }

  /**
   * Starts watching.
   *
   * @param commands what to run should the lab die, each as a program and its arguments
   * @param environment variables for them, beside those of this process
   */
  public static Guardian watch(List<List<String>> commands, Map<String, String> environment) {
    String script = commands.stream().map(Guardian::quoted).collect(Collectors.joining("\n"));
    return start("commands", List.of(script), environment);
  }

  private static Guardian start(
      String script, List<String> arguments, Map<String, String> environment) {
    try {
      return new Guardian(new ShellScript(script).start(arguments, environment));
    } catch (IOException e) {
      throw FileFailure.because("cannot start a shell (sh) to watch over the stack", e);
    }
  }

  private static String quoted(List<String> command) {
    return command.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  /** Ends the watch and leaves everything as it is. */
  @Override
  public void close() {
    try (OutputStream pipe = shell.getOutputStream()) {
      pipe.write("release\n".getBytes(UTF_8));
    } catch (IOException e) {
      // The shell has gone, and its watch with it.
      shell.destroy();
    }
  }
}
