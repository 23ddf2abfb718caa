package tasktracker.analysis.compare;

import java.util.random.RandomGenerator;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.estimate.SampleMean;
import tasktracker.analysis.estimate.StudentT;

/**
 * The difference of two means of independent runs. After B. L. Welch, "The Generalization of
 * 'Student's' Problem when Several Different Population Variances are Involved", <i>Biometrika</i>
 * 34 (1947); where one side has a single run, both are taken to scatter alike.
 */
record BetweenGroups(SampleMean baseline, SampleMean candidate) implements EffectDistribution {

  @Override
  public double center() {
    return candidate.mean() - baseline.mean();
  }

  @Override
  public Estimate estimate(double confidence) {
    double half = student().factor(confidence) * standardError();
    return new Estimate(
        center(),
        new Interval(center() - half, center() + half, confidence, Basis.ACROSS_REPETITIONS));
  }

  @Override
  public double draw(RandomGenerator random) {
    return center() + student().draw(random) * standardError();
  }

  @Override
  public double pValue() {
    if (standardError() == 0) {
      return center() == 0 ? 1 : 0;
    }
    return student().twoSidedP(center() / standardError());
  }

  private boolean hasOneRunOnASide() {
    return !baseline.hasInterval() || !candidate.hasInterval();
  }

  private double standardError() {
    if (hasOneRunOnASide()) {
      double deviation = baseline.hasInterval() ? baseline.deviation() : candidate.deviation();
      return deviation * Math.sqrt(1.0 / baseline.size() + 1.0 / candidate.size());
    }
    return Math.hypot(baseline.standardError(), candidate.standardError());
  }

  private StudentT student() {
    double one = Math.pow(baseline.standardError(), 2);
    double other = Math.pow(candidate.standardError(), 2);
    if (hasOneRunOnASide() || one + other == 0) {
      return new StudentT((double) baseline.size() + candidate.size() - 2);
    }
    return new StudentT(
        Math.pow(one + other, 2)
            / (one * one / (baseline.size() - 1) + other * other / (candidate.size() - 1)));
  }
}
