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
 */
record WithinRun(double center, List<Double> ascending, double spread)
    implements EffectDistribution {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** Sorts the effects of the resamples. */
  WithinRun {
    ascending = ascending.stream().sorted().toList();
  }

  /** Of what is not compared with another run. */
  static WithinRun of(double center, List<Double> resamples) {
    return new WithinRun(center, resamples, 0);
  }

  @Override
  public Estimate estimate(double confidence) {
    double low = at((1 - confidence) / 2);
    double high = at((1 + confidence) / 2);
    double between = NORMAL.inverseCumulativeProbability((1 + confidence) / 2) * spread;
    // The percentiles of discrete figures may leave out the estimate itself.
    return new Estimate(
        center,
        new Interval(
            center - Math.hypot(Math.max(0, center - low), between),
            center + Math.hypot(Math.max(0, high - center), between),
            confidence,
            Basis.WITHIN_RUN));
  }

  @Override
  public double draw(RandomGenerator random) {
    return ascending.get(random.nextInt(ascending.size())) + spread * random.nextGaussian();
  }

  private double at(double share) {
    return ascending.get((int) Math.round(share * (ascending.size() - 1)));
  }
}
