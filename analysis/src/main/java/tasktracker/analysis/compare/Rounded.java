package tasktracker.analysis.compare;

import java.util.random.RandomGenerator;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;

/**
 * An effect on figures that were rounded before anybody saw them. More runs do not take the
 * rounding away, so its interval is wider by that on both sides.
 *
 * @param seen the effect on the figures as they are
 * @param error by how much rounding can have moved it at most
 */
record Rounded(EffectDistribution seen, double error) implements EffectDistribution {
  private static final double LEAST_P = 1e-15;
  private static final int HALVINGS = 60;

  @Override
  public double center() {
    return seen.center();
  }

  @Override
  public Estimate estimate(double confidence) {
    Estimate estimate = seen.estimate(confidence);
    Interval interval = estimate.interval();
    return interval == null
        ? estimate
        : new Estimate(
            estimate.value(),
            new Interval(
                interval.low() - error,
                interval.high() + error,
                interval.confidence(),
                interval.basis()));
  }

  @Override
  public double draw(RandomGenerator random) {
    return seen.draw(random) + error * (2 * random.nextDouble() - 1);
  }

  /** The error of the widest interval that leaves equality out. */
  @Override
  public double pValue() {
    if (Double.isNaN(seen.pValue())) {
      return Double.NaN;
    }
    if (Math.abs(center()) <= error) {
      return 1;
    }
    double low = Math.log(LEAST_P);
    double high = 0;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (estimate(-Math.expm1(middle)).interval().contains(0)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp(high);
  }
}
