package tasktracker.analysis.compare;

import java.util.random.RandomGenerator;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;

/**
 * No request failed on either side. So the error rates differ by no more than what so few requests
 * can hide: 3 / n with 95 % confidence, the rule of three (J. A. Hanley, A. Lippman-Hand, "If
 * Nothing Goes Wrong, Is Everything All Right?", <i>JAMA</i> 249, 1983), in general ln(1 / (1 −
 * confidence)) / n.
 *
 * @param requests on the side that counted fewer
 * @param basis whether one run or several counted them
 */
record NoFailures(long requests, Basis basis) implements EffectDistribution {

  @Override
  public double center() {
    return 0;
  }

  /** In percentage points. */
  @Override
  public Estimate estimate(double confidence) {
    double bound = 100 * -Math.log1p(-confidence) / requests;
    return new Estimate(0, new Interval(-bound, bound, confidence, basis));
  }

  @Override
  public double draw(RandomGenerator random) {
    return 0;
  }

  @Override
  public double pValue() {
    return basis == Basis.ACROSS_REPETITIONS ? 1 : Double.NaN;
  }
}
