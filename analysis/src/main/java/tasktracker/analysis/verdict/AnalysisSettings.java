package tasktracker.analysis.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.RepeatedLooks;
import tasktracker.analysis.estimate.SampleMean;

/**
 * What an analysis was asked to do.
 *
 * @param confidence of every interval, such as 0.95: what it covers, also after looking repeatedly
 * @param equivalence largest relative difference that does not matter, such as 0.05
 * @param errorRateMargin likewise for error rates, in percentage points
 * @param resamples of every bootstrap
 * @param seed of all random numbers
 * @param objective service-level objective such as {@code p95<200ms}; null without one
 * @param prices null without them
 * @param workTolerance largest difference between the work of two systems that are compared, such
 *     as 0.02
 * @param looks how often the runs were looked at before they ended the experiment; null where the
 *     plan was fixed
 */
public record AnalysisSettings(
    double confidence,
    double equivalence,
    double errorRateMargin,
    int resamples,
    long seed,
    String objective,
    Prices prices,
    Double workTolerance,
    RepeatedLooks looks) {
  private static final double WORK_TOLERANCE = 0.02;

  /** 95 %, ±5 %, ±0.1 percentage points, 2000 resamples, seed 1, no objective, 2 % of work. */
  public static final AnalysisSettings DEFAULTS =
      new AnalysisSettings(0.95, 0.05, 0.1, 2000, 1, null, null, WORK_TOLERANCE, null);

  /** In files of before it could be set, the work is compared as it is by default. */
  public AnalysisSettings {
    workTolerance = workTolerance == null ? WORK_TOLERANCE : workTolerance;
  }

  /** The same with another confidence. */
  public AnalysisSettings withConfidence(double share) {
    return new AnalysisSettings(
        share,
        equivalence,
        errorRateMargin,
        resamples,
        seed,
        objective,
        prices,
        workTolerance,
        looks);
  }

  /** The same with another margin of equivalence. */
  public AnalysisSettings withEquivalence(double share) {
    return new AnalysisSettings(
        confidence,
        share,
        errorRateMargin,
        resamples,
        seed,
        objective,
        prices,
        workTolerance,
        looks);
  }

  /** The same with another seed. */
  public AnalysisSettings withSeed(long number) {
    return new AnalysisSettings(
        confidence,
        equivalence,
        errorRateMargin,
        resamples,
        number,
        objective,
        prices,
        workTolerance,
        looks);
  }

  /** The same with an objective, or null without one. */
  public AnalysisSettings withObjective(String text) {
    return new AnalysisSettings(
        confidence,
        equivalence,
        errorRateMargin,
        resamples,
        seed,
        text,
        prices,
        workTolerance,
        looks);
  }

  /** The same with prices, or null without them. */
  public AnalysisSettings withPrices(Prices of) {
    return new AnalysisSettings(
        confidence,
        equivalence,
        errorRateMargin,
        resamples,
        seed,
        objective,
        of,
        workTolerance,
        looks);
  }

  /** The same with another tolerance for differences of work. */
  public AnalysisSettings withWorkTolerance(double share) {
    return new AnalysisSettings(
        confidence, equivalence, errorRateMargin, resamples, seed, objective, prices, share, looks);
  }

  /** The same of runs that were looked at repeatedly, or null where the plan was fixed. */
  public AnalysisSettings withLooks(RepeatedLooks repeated) {
    return new AnalysisSettings(
        confidence,
        equivalence,
        errorRateMargin,
        resamples,
        seed,
        objective,
        prices,
        workTolerance,
        repeated);
  }

  /**
   * The objective, read; empty without one.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Optional<ServiceLevelObjective> promised() {
    return Optional.ofNullable(objective).map(ServiceLevelObjective::parse);
  }

  /** The confidence at which intervals are computed: more than they cover after several looks. */
  public double confidenceOfLook() {
    return looks == null ? confidence : looks.confidence(confidence);
  }

  /** An estimate whose interval covers {@link #confidence}, however often was looked. */
  public Estimate estimate(DoubleFunction<Estimate> atConfidence) {
    return looks == null
        ? atConfidence.apply(confidence)
        : looks.estimate(confidence, atConfidence);
  }

  /** The mean of some figures, which cannot be negative, with its interval where there is one. */
  public Estimate mean(List<Double> figures) {
    return estimate(SampleMean.of(figures)::estimate).notBelow(0);
  }

  /** The p-value of a comparison after looking. */
  public double afterLooking(double p) {
    return looks == null ? p : looks.adjust(p);
  }
}
