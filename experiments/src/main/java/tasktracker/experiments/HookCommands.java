package tasktracker.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tasktracker.error.EnvironmentException;
import tasktracker.experiments.definition.Hook;
import tasktracker.load.model.Durations;
import tasktracker.results.file.FileFailure;

/**
 * Runs the commands of a user around measurements, each to its end, and keeps what they say in a
 * folder. For one thread.
 *
 * @param folder of the results
 */
record HookCommands(Path folder) {
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
    Map<String, String> variables = new HashMap<>(environment);
    variables.putAll(hook.environment());
    try {
      Files.createDirectories(log.getParent());
      try (LoggedProcess process =
          LoggedProcess.start(shown, hook.run(), hook.folder(), variables, log)) {
        await(process, shown, hook);
      }
    } catch (IOException e) {
      throw FileFailure.because(shown + " cannot be started", e);
    }
  }

  private static void await(LoggedProcess process, String shown, Hook hook) {
    try {
      int code =
          process
              .await(hook.limit())
              .orElseThrow(
                  () -> process.failure("took longer than " + Durations.format(hook.limit())));
      if (code != 0) {
        throw process.failure("ended with exit code " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException(shown + " was interrupted", e);
    }
  }
}
