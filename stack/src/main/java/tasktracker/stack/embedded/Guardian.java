package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import tasktracker.error.EnvironmentException;

/**
 * A shell process that ends a stack when the lab ends without doing so itself, be it by {@code kill
 * -9}: it waits at a pipe whose other end only the lab holds, and then stops every process that
 * {@link StackState} lists or that carries the {@link StackMark}.
 */
final class Guardian implements AutoCloseable {
  private final Process shell;

  private Guardian(Process shell) {
    this.shell = shell;
  }

  /** Starts watching the processes that the file will list, and those with the mark. */
  static Guardian watch(Path processes, StackMark mark) {
    try {
      return new Guardian(
          new ShellScript("guardian")
              .start(List.of(processes.toString(), StackMark.VARIABLE + "=" + mark)));
    } catch (IOException e) {
      throw new EnvironmentException("cannot start a shell (sh) to watch over the stack", e);
    }
  }

  /** Ends the watch and leaves the processes as they are. */
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
