package tasktracker.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tasktracker.error.EnvironmentException;
import tasktracker.experiments.definition.GeneratorDefinition;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.embedded.CommandPrefix;
import tasktracker.stack.embedded.LogTail;

/**
 * Another load generator while it runs; what it says goes into a file. It ends with the lab, and
 * with all that it started when it is closed. For the thread that started it.
 */
final class GeneratorProcess implements AutoCloseable {
  private static final int SHOWN_LINES = 12;

  private final Process process;
  private final String name;
  private final Path log;

  private GeneratorProcess(Process process, String name, Path log) {
    this.process = process;
    this.name = name;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param command with nothing left to fill in
   * @param log takes what it says, behind what is there
   * @throws EnvironmentException when it cannot be started
   */
  static GeneratorProcess start(GeneratorDefinition generator, List<String> command, Path log) {
    List<String> whole = new ArrayList<>(CommandPrefix.ownSession());
    whole.addAll(CommandPrefix.killedWithParent());
    whole.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(whole)
            .directory(generator.folder().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(generator.environment());
    String name = generator.format().generator();
    try {
      return new GeneratorProcess(builder.start(), name, log);
    } catch (IOException e) {
      throw FileFailure.because(name + " (" + command.getFirst() + ") cannot be started", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its exit code; empty while it runs. */
  OptionalInt exitCode() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /**
   * Waits for its end.
   *
   * @return its exit code
   * @throws EnvironmentException when it takes longer; it has been killed then
   * @throws InterruptedException when this thread is interrupted
   */
  int await(Duration grace) throws InterruptedException {
    if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      close();
      throw failure("still ran %d s after its load should have ended".formatted(grace.toSeconds()));
    }
    return process.exitValue();
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
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
