package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.embedded.CommandPrefix;

/**
 * A shell process that tidies up when the lab ends without doing so itself, be it by {@code kill
 * -9}: it waits at a pipe whose other end only the lab holds, and then runs some commands.
 */
final class ShellGuard implements AutoCloseable {
  private final Process shell;

  private ShellGuard(Process shell) {
    this.shell = shell;
  }

  /**
   * Starts watching.
   *
   * @param commands what to run should the lab die, each as a program and its arguments
   * @param environment variables for them, beside those of this process
   */
  static ShellGuard watch(List<List<String>> commands, Map<String, String> environment) {
    String script = commands.stream().map(ShellGuard::quoted).collect(Collectors.joining("\n"));
    ProcessBuilder builder =
        new ProcessBuilder(
                CommandPrefix.ownSession(
                    "sh",
                    "-c",
                    "trap '' INT TERM HUP\nread -r word\n[ \"$word\" = release ] && exit 0\n"
                        + script))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    try {
      return new ShellGuard(builder.start());
    } catch (IOException e) {
      throw new EnvironmentException("cannot start a shell (sh) to watch over the containers", e);
    }
  }

  private static String quoted(List<String> command) {
    return command.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  /** Ends the watch without running anything. */
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
