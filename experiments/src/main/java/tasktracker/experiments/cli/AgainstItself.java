package tasktracker.experiments.cli;

import tasktracker.error.EnvironmentException;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.KeptSecrets;
import tasktracker.experiments.Sweep;
import tasktracker.experiments.SweepConfig;
import tasktracker.experiments.SweepSettings;
import tasktracker.results.ResultsFolder;

/** Measures a system against itself: what shows as a difference is noise. */
final class AgainstItself {
  private AgainstItself() {}

  /**
   * Carries out the runs of a system and of itself once more.
   *
   * @return 0, or the exit code where not all of them have a result
   */
  static int measure(
      SweepSettings itself, Isolation isolation, ResultsFolder folder, TaskTracker root) {
    Terminal terminal = root.terminal();
    var stacks = SweepCommand.readyStacks(itself, isolation);
    SweepConfig config = SweepCommand.config(itself, isolation, stacks, root);
    KeptSecrets.keep(itself, folder);
    folder.writeConfig(config);
    String system = itself.architectures().getFirst();
    terminal.line("First %s against itself".formatted(system));
    Sweep.Outcome outcome;
    try (Interruption _ = Interruption.ofThisThread()) {
      outcome = SweepCommand.measure(config, isolation, stacks, folder, null, root);
    }
    if (outcome.interrupted()) {
      terminal.line("Interrupted while %s was measured against itself".formatted(system));
      return Interruption.EXIT_CODE;
    }
    if (!outcome.failures().isEmpty()) {
      terminal.line(
          "Failed while %s was measured against itself: %s"
              .formatted(system, outcome.failures().getFirst().reason()));
      return EnvironmentException.EXIT_CODE;
    }
    return 0;
  }
}
