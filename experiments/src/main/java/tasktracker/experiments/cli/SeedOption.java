package tasktracker.experiments.cli;

import picocli.CommandLine.Option;
import tasktracker.load.LoadPlan;

/** Where random numbers begin, as an option. */
final class SeedOption {
  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "" + LoadPlan.USUAL_SEED,
      description = "Random seed (${DEFAULT-VALUE}).")
  private long seed = LoadPlan.USUAL_SEED;

  long value() {
    return seed;
  }
}
