package tasktracker.analysis.estimate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.hipparchus.distribution.continuous.TDistribution;

/** Student's t distribution with so many degrees of freedom, which need not be whole. */
public record StudentT(double degreesOfFreedom) {
  /** Factors of few whole degrees of freedom are asked for again and again, and slow to find. */
  private static final Map<Factor, Double> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 1100;
  private static final int MOST_KEPT = 4096;

  private record Factor(double degreesOfFreedom, double confidence) {}

  /** The factor of a two-sided interval: the quantile at (1 + confidence) / 2. */
  public double factor(double confidence) {
    boolean kept =
        degreesOfFreedom <= MOST_KNOWN && degreesOfFreedom == Math.rint(degreesOfFreedom);
    if (!kept) {
      return quantile((1 + confidence) / 2);
    }
    // A search for a p-value asks once each for levels that nobody asks for again.
    if (KNOWN.size() >= MOST_KEPT) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(
        new Factor(degreesOfFreedom, confidence), _ -> quantile((1 + confidence) / 2));
  }

  /** How many factors are kept now. */
  static int kept() {
    return KNOWN.size();
  }

  /** The probability of a statistic as far from 0 as this one, on either side. */
  public double twoSidedP(double statistic) {
    return 2 * distribution().cumulativeProbability(-Math.abs(statistic));
  }

  /** A value of this distribution. */
  public double draw(RandomGenerator random) {
    return quantile(Math.max(random.nextDouble(), Double.MIN_NORMAL));
  }

  /** The value at a probability. */
  public double quantile(double probability) {
    return distribution().inverseCumulativeProbability(probability);
  }

  private TDistribution distribution() {
    return new TDistribution(degreesOfFreedom);
  }
}
