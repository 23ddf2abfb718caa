package tasktracker.analysis.compare;

import java.util.random.RandomGenerator;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.SampleMean;
import tasktracker.analysis.estimate.StudentT;

/**
 * The mean over pairs of runs, one pair a repetition. Runs of one repetition follow each other in
 * random order, so what changes on the machine from repetition to repetition meets both and cancels
 * out: a randomised block design, analysed by Student's t on the differences. See G. E. P. Box, J.
 * S. Hunter, W. G. Hunter, <i>Statistics for Experimenters</i>, 2005, chapter 3.
 */
record AcrossRepetitions(SampleMean pairs) implements EffectDistribution {

  @Override
  public double center() {
    return pairs.mean();
  }

  @Override
  public Estimate estimate(double confidence) {
    return pairs.estimate(confidence);
  }

  /** From the t distribution that the interval comes from. */
  @Override
  public double draw(RandomGenerator random) {
    double probability = Math.max(random.nextDouble(), Double.MIN_NORMAL);
    return center() + new StudentT(pairs.size() - 1).quantile(probability) * pairs.standardError();
  }

  @Override
  public double pValue() {
    return pairs.pValue(0);
  }
}
