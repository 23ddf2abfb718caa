package tasktracker.experiments.cli;

import picocli.CommandLine.Option;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.load.model.Percentage;

/** How results are analysed, as options. */
final class ResamplingOptions {
  @Option(
      names = "--equivalence",
      paramLabel = "SHARE",
      defaultValue = "5%",
      description = "Differences within ± this do not matter (${DEFAULT-VALUE}).")
  private Percentage equivalence;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Random seed of the resampling (${DEFAULT-VALUE}).")
  private long seed;

  /** The settings that the options amount to. */
  AnalysisSettings settings() {
    return AnalysisSettings.DEFAULTS.withEquivalence(equivalence.value()).withSeed(seed);
  }
}
