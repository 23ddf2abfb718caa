package tasktracker.analysis.verdict;

/**
 * What an analysis was asked to do.
 *
 * @param confidence of every interval, such as 0.95
 * @param equivalence largest relative difference that does not matter, such as 0.05
 * @param errorRateMargin likewise for error rates, in percentage points
 * @param resamples of every bootstrap
 * @param seed of all random numbers
 * @param objective service-level objective such as {@code p95<200ms}; null without one
 * @param prices null without them
 */
public record AnalysisSettings(
    double confidence,
    double equivalence,
    double errorRateMargin,
    int resamples,
    long seed,
    String objective,
    Prices prices) {

  /** 95 %, ±5 %, ±0.1 percentage points, 2000 resamples, seed 1, no objective. */
  public static final AnalysisSettings DEFAULTS =
      new AnalysisSettings(0.95, 0.05, 0.1, 2000, 1, null, null);

  /** The same with another confidence. */
  public AnalysisSettings withConfidence(double share) {
    return new AnalysisSettings(
        share, equivalence, errorRateMargin, resamples, seed, objective, prices);
  }

  /** The same with another margin of equivalence. */
  public AnalysisSettings withEquivalence(double share) {
    return new AnalysisSettings(
        confidence, share, errorRateMargin, resamples, seed, objective, prices);
  }

  /** The same with another seed. */
  public AnalysisSettings withSeed(long number) {
    return new AnalysisSettings(
        confidence, equivalence, errorRateMargin, resamples, number, objective, prices);
  }

  /** The same with an objective, or null without one. */
  public AnalysisSettings withObjective(String text) {
    return new AnalysisSettings(
        confidence, equivalence, errorRateMargin, resamples, seed, text, prices);
  }

  /** The same with prices, or null without them. */
  public AnalysisSettings withPrices(Prices of) {
    return new AnalysisSettings(
        confidence, equivalence, errorRateMargin, resamples, seed, objective, of);
  }
}
