package tasktracker.analysis.compare;

import java.util.random.RandomGenerator;
import tasktracker.analysis.estimate.Estimate;

/**
 * How far the candidate is from the baseline, and what it might as well be. On an inner scale that
 * is 0 for equality: the logarithm of the ratio, or the difference itself.
 */
sealed interface EffectDistribution
    permits AcrossRepetitions, BetweenGroups, WithinRun, PointEffect, NoFailures, Rounded {

  /** The point estimate. */
  double center();

  /** The estimate with its interval, without one where there is no basis. */
  Estimate estimate(double confidence);

  /** One value that it might be. */
  double draw(RandomGenerator random);

  /**
   * The same where figures were rounded.
   *
   * @param error by how much that can have moved it at most; 0 where none was
   */
  default EffectDistribution rounded(double error) {
    return error == 0 ? this : new Rounded(this, error);
  }

  /** The two-sided p-value of equality; NaN where there is none. */
  default double pValue() {
    return Double.NaN;
  }
}
