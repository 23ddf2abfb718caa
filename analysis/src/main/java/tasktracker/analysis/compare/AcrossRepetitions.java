package tasktracker.analysis.compare;

import java.util.random.RandomGenerator;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.SampleMean;

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

  @Override
  public double draw(RandomGenerator random) {
    return pairs.draw(random);
  }

  @Override
  public double pValue() {
    return pairs.pValue(0);
  }
}
