package tasktracker.experiments.cli;

import picocli.CommandLine.Option;

/** Where random numbers begin, as an option. */
final class SeedOption {
  @Option(names = "--seed", paramLabel = "NUMBER", description = "Random seed (${DEFAULT-VALUE}).")
  private long seed = 1;

  long value() {
    return seed;
  }
}
