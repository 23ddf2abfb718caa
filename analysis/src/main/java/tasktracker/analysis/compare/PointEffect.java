package tasktracker.analysis.compare;

import java.util.random.RandomGenerator;
import tasktracker.analysis.estimate.Estimate;

/** One run on each side, and no look into them. */
record PointEffect(double center) implements EffectDistribution {

  @Override
  public Estimate estimate(double confidence) {
    return Estimate.withoutInterval(center);
  }

  @Override
  public double draw(RandomGenerator random) {
    return center;
  }
}
