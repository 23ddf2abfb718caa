package tasktracker.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.embedded.CommandPrefix;
import tasktracker.stack.embedded.LogTail;
import tasktracker.stack.embedded.ProcessTree;

/**
 * A command of a user while it runs; what it says goes into a file. It ends with the lab, and with
 * all that it started when it is closed. For the thread that started it.
 */
final class LoggedProcess implements AutoCloseable {
  private static final int SHOWN_LINES = 12;

  private final Process process;
  private final String name;
  private final Path log;
  private final Thread atExit = new Thread(this::end, "end of a command");

  private LoggedProcess(Process process, String name, Path log) {
    this.process = process;
    this.name = name;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts it, without any input.
   *
   * @param name for messages
   * @param command with nothing left to fill in
   * @param environment beside that of the lab
   * @param log takes what it says, behind what is there
   * @throws IOException when it cannot be started
   */
  static LoggedProcess start(
      String name, List<String> command, Path folder, Map<String, String> environment, Path log)
      throws IOException {
    List<String> whole = new ArrayList<>(CommandPrefix.ownSession());
    whole.addAll(CommandPrefix.killedWithParent());
    whole.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(whole)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return new LoggedProcess(builder.start(), name, log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits for its end.
   *
   * @return its exit code; empty when it takes longer
   * @throws InterruptedException when this thread is interrupted
   */
  OptionalInt await(Duration limit) throws InterruptedException {
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /** That it failed in some way, with its last lines. */
  EnvironmentException failure(String how) {
    return new EnvironmentException("%s %s%s".formatted(name, how, lastLines()));
  }

  private String lastLines() {
    List<String> lines = LogTail.of(log, SHOWN_LINES);
    return lines.isEmpty()
        ? " and said nothing"
        : "; its last lines, all of which are in %s:%n%s"
            .formatted(
                log, lines.stream().map(line -> "  " + line).collect(Collectors.joining("\n")));
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The lab is ending, and does this itself.
      return;
    }
  }

  /** All that it started ends too, also what has lost its parent. */
  private void end() {
    ProcessHandle first = process.toHandle();
    Stream.concat(ProcessTree.handles(first).stream(), ProcessTree.session(first).stream())
        .forEach(ProcessHandle::destroyForcibly);
  }
}
