package tasktracker.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tasktracker.error.EnvironmentException;
import tasktracker.experiments.definition.Hook;
import tasktracker.load.model.Durations;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.embedded.CommandPrefix;
import tasktracker.stack.embedded.LogTail;

/**
 * Runs the commands of a user around measurements, each to its end, and keeps what they say in a
 * folder. For one thread.
 *
 * @param folder of the results
 */
record HookCommands(Path folder) {
  private static final int SHOWN_LINES = 12;

  /**
   * Runs them one after the other.
   *
   * @param when what they are run for, such as {@code setup}; begin of the names of their logs
   * @throws EnvironmentException with its last lines, when one cannot be started, fails, or takes
   *     too long; the rest is not run then
   */
  void run(String when, List<Hook> hooks, Map<String, String> environment) {
    for (int i = 0; i < hooks.size(); i++) {
      run(
          "hook %s[%d]".formatted(when.replaceFirst("_.*", ""), i),
          when + "_" + i,
          hooks.get(i),
          environment);
    }
  }

  private void run(String name, String file, Hook hook, Map<String, String> environment) {
    Path log = folder.resolve("hooks").resolve(file + ".log");
    String shown = name + " (" + String.join(" ", hook.run()) + ")";
    try {
      Files.createDirectories(log.getParent());
      List<String> command = new ArrayList<>(CommandPrefix.ownSession());
      command.addAll(CommandPrefix.killedWithParent());
      command.addAll(hook.run());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(hook.folder().toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      builder.environment().putAll(hook.environment());
      await(shown, log, builder.start(), hook);
    } catch (IOException e) {
      throw FileFailure.because(shown + " cannot be started", e);
    }
  }

  private static void await(String shown, Path log, Process process, Hook hook) {
    boolean ended = false;
    try {
      ended = process.waitFor(hook.limit().toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        throw failure(shown, "took longer than " + Durations.format(hook.limit()), log);
      }
      if (process.exitValue() != 0) {
        throw failure(shown, "ended with exit code " + process.exitValue(), log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException(shown + " was interrupted", e);
    } finally {
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private static EnvironmentException failure(String shown, String how, Path log) {
    List<String> lines = LogTail.of(log, SHOWN_LINES);
    return new EnvironmentException(
        "%s %s%s"
            .formatted(
                shown,
                how,
                lines.isEmpty()
                    ? " and said nothing"
                    : "; its last lines, all of which are in %s:%n%s"
                        .formatted(
                            log,
                            lines.stream()
                                .map(line -> "  " + line)
                                .collect(Collectors.joining("\n")))));
  }
}
