package tasktracker.experiments.analysis.verdict;

/**
 * What an analysis was asked to do.
 *
 * @param confidence of every interval, such as 0.95
 * @param equivalence largest relative difference that does not matter, such as 0.05
 * @param errorRateMargin likewise for error rates, in percentage points
 * @param resamples of every bootstrap
 * @param seed of all random numbers
 * @param objective service-level objective such as {@code p95<200ms}; null without one
 */
public record AnalysisSettings(
    double confidence,
    double equivalence,
    double errorRateMargin,
    int resamples,
    long seed,
    String objective) {

  /** 95 %, ±5 %, ±0.1 percentage points, 2000 resamples, seed 1, no objective. */
  public static final AnalysisSettings DEFAULTS =
      new AnalysisSettings(0.95, 0.05, 0.1, 2000, 1, null);
}
