package tasktracker.analysis.compare;

import java.util.List;
import java.util.random.RandomGenerator;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;

/**
 * One run on each side, whose seconds were resampled in blocks.
 *
 * @param center the effect of the two runs
 * @param ascending the effects of the resamples
 */
record WithinRun(double center, List<Double> ascending) implements EffectDistribution {

  /** Sorts the effects of the resamples. */
  WithinRun {
    ascending = ascending.stream().sorted().toList();
  }

  @Override
  public Estimate estimate(double confidence) {
    double low = at((1 - confidence) / 2);
    double high = at((1 + confidence) / 2);
    // The percentiles of discrete figures may leave out the estimate itself.
    return new Estimate(
        center,
        new Interval(Math.min(low, center), Math.max(high, center), confidence, Basis.WITHIN_RUN));
  }

  @Override
  public double draw(RandomGenerator random) {
    return ascending.get(random.nextInt(ascending.size()));
  }

  private double at(double share) {
    return ascending.get((int) Math.round(share * (ascending.size() - 1)));
  }
}
