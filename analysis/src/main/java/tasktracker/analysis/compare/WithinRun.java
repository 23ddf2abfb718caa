package tasktracker.analysis.compare;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;

/**
 * One run on each side, whose seconds were resampled in blocks. Seconds do not tell how much runs
 * differ, so that is assumed; both are taken as independent, and their variances add up.
 *
 * @param center the effect of the two runs
 * @param ascending the effects of the resamples
 * @param spread standard deviation of the effect from one pair of runs to the next
 * @param shift what might have to be added to the effect, wholly or not at all; a bias that is not
 *     known to be there, and so no part of the variance
 */
record WithinRun(double center, List<Double> ascending, double spread, double shift)
    implements EffectDistribution {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** Sorts the effects of the resamples. */
  WithinRun {
    ascending = ascending.stream().sorted().toList();
  }

  /** Of what is not compared with another run. */
  static WithinRun of(double center, List<Double> resamples) {
    return new WithinRun(center, resamples, 0, 0);
  }

  /** Both with and without the shift are in the interval, each with all of its uncertainty. */
  @Override
  public Estimate estimate(double confidence) {
    double between = NORMAL.inverseCumulativeProbability((1 + confidence) / 2) * spread;
    return new Estimate(
        center,
        new Interval(
            center + Math.min(0, shift) - Math.hypot(below(confidence), between),
            center + Math.max(0, shift) + Math.hypot(above(confidence), between),
            confidence,
            Basis.WITHIN_RUN));
  }

  /** The percentiles of discrete figures may leave out the estimate itself. */
  private double below(double confidence) {
    return Math.max(0, center - at((1 - confidence) / 2));
  }

  private double above(double confidence) {
    return Math.max(0, at((1 + confidence) / 2) - center);
  }

  @Override
  public double draw(RandomGenerator random) {
    double drawn = ascending.get(random.nextInt(ascending.size())) + spread * random.nextGaussian();
    return shift == 0 || random.nextBoolean() ? drawn : drawn + shift;
  }

  /**
   * That of a normal distribution, with the shift or without it, whichever is larger; NaN where
   * nothing is assumed of how much runs differ.
   */
  @Override
  public double pValue() {
    return spread == 0 ? Double.NaN : Math.max(pValue(center), pValue(center + shift));
  }

  private double pValue(double effect) {
    if (effect * center <= 0) {
      return 1;
    }
    double oneSigma = 2 * NORMAL.cumulativeProbability(1) - 1;
    double within = effect > 0 ? below(oneSigma) : above(oneSigma);
    double error = Math.hypot(within, spread);
    return 2 * NORMAL.cumulativeProbability(-Math.abs(effect) / error);
  }

  private double at(double share) {
    return ascending.get((int) Math.round(share * (ascending.size() - 1)));
  }
}
