package tasktracker.analysis.compare;

import java.util.List;
import java.util.Optional;
import tasktracker.analysis.estimate.SampleMean;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Effect;

/**
 * The effect on one metric between runs that have nothing in common, such as those of two days.
 *
 * @param baseline runs that have the metric
 * @param candidate likewise
 */
record EffectOfGroups(
    ComparedMetric metric, List<AnalysedRun> baseline, List<AnalysedRun> candidate)
    implements MeasuredEffect {

  /** Leaves out the runs that lack the metric. */
  EffectOfGroups {
    baseline = baseline.stream().filter(run -> run.figure(metric) != null).toList();
    candidate = candidate.stream().filter(run -> run.figure(metric) != null).toList();
  }

  @Override
  public int repetitions() {
    return Math.min(baseline.size(), candidate.size());
  }

  @Override
  public Optional<EffectDistribution> distribution() {
    if (repetitions() == 0) {
      return Optional.empty();
    }
    List<Double> ones = inner(baseline);
    List<Double> others = inner(candidate);
    boolean nothingFailed =
        metric == ComparedMetric.ERROR_RATE
            && baseline.stream().allMatch(run -> run.figure(metric) == 0)
            && candidate.stream().allMatch(run -> run.figure(metric) == 0);
    if (nothingFailed || baseline.size() + candidate.size() == 2) {
      RunPair firsts = new RunPair(baseline.getFirst(), candidate.getFirst());
      return new EffectOfPairs(metric, List.of(firsts)).distribution();
    }
    if (!ones.stream().allMatch(Double::isFinite) || !others.stream().allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    return rounded(
        new BetweenGroups(SampleMean.of(ones), SampleMean.of(others)), baseline, candidate);
  }

  private List<Double> inner(List<AnalysedRun> runs) {
    double origin = metric.scale() == Effect.Scale.RATIO ? 1 : 0;
    return runs.stream().map(run -> metric.distance(origin, run.figure(metric))).toList();
  }
}
