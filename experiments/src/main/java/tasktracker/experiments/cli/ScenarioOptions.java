package tasktracker.experiments.cli;

import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.load.tasktracker.TaskTrackerScenario;

/** What the users of TaskTracker do, as options. */
final class ScenarioOptions {
  @Option(
      names = "--working-set",
      paramLabel = "TASKS",
      description = "Tasks that each user keeps (${DEFAULT-VALUE}).")
  private int workingSet = 20;

  @Option(names = "--seed", paramLabel = "NUMBER", description = "Random seed (${DEFAULT-VALUE}).")
  private long seed = 1;

  /**
   * Tasks that each user keeps.
   *
   * @throws UsageException when nobody can keep so many
   */
  int workingSet() {
    UsageException.unless(
        workingSet >= 1 && workingSet <= TaskTrackerScenario.LARGEST_WORKING_SET,
        "--working-set %s: use 1 to %d",
        workingSet,
        TaskTrackerScenario.LARGEST_WORKING_SET);
    return workingSet;
  }

  long seed() {
    return seed;
  }
}
