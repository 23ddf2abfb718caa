package tasktracker.experiments.analysis.estimate;

import org.hipparchus.distribution.continuous.TDistribution;

/** Student's t distribution with so many degrees of freedom, which need not be whole. */
public record StudentT(double degreesOfFreedom) {

  /** The factor of a two-sided interval: the quantile at (1 + confidence) / 2. */
  public double factor(double confidence) {
    return distribution().inverseCumulativeProbability((1 + confidence) / 2);
  }

  /** The probability of a statistic as far from 0 as this one, on either side. */
  public double twoSidedP(double statistic) {
    return 2 * distribution().cumulativeProbability(-Math.abs(statistic));
  }

  /** The value at a probability. */
  public double quantile(double probability) {
    return distribution().inverseCumulativeProbability(probability);
  }

  private TDistribution distribution() {
    return new TDistribution(degreesOfFreedom);
  }
}
