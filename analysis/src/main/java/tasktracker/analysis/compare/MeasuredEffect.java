package tasktracker.analysis.compare;

import java.util.List;
import java.util.Optional;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Effect;

/** The effect on one metric, as runs of both sides show it. */
sealed interface MeasuredEffect permits EffectOfPairs, EffectOfGroups {
  ComparedMetric metric();

  /** Repetitions that it rests on. */
  int repetitions();

  /** How far apart the sides are; empty without runs, and where a ratio to 0 would be needed. */
  Optional<EffectDistribution> distribution();

  /** An effect where figures were rounded; empty where one of them may have been 0. */
  default Optional<EffectDistribution> rounded(
      EffectDistribution seen, List<AnalysedRun> baseline, List<AnalysedRun> candidate) {
    double error = rounding(baseline) + rounding(candidate);
    return Double.isFinite(error) ? Optional.of(seen.rounded(error)) : Optional.empty();
  }

  /** By how much rounding can have moved the mean of runs at most, on the inner scale. */
  private double rounding(List<AnalysedRun> runs) {
    return runs.stream().mapToDouble(run -> run.rounding(metric())).average().orElse(0);
  }

  /** An estimate on the inner scale of the distribution as the effect that people read. */
  default Effect effect(Estimate inner) {
    Effect.Scale scale = metric().scale();
    return new Effect(
        scale,
        switch (scale) {
          case RATIO -> exponential(inner);
          case DIFFERENCE -> inner;
        });
  }

  private static Estimate exponential(Estimate inner) {
    Interval interval = inner.interval();
    return new Estimate(
        Math.exp(inner.value()),
        interval == null
            ? null
            : new Interval(
                Math.exp(interval.low()),
                Math.exp(interval.high()),
                interval.confidence(),
                interval.basis()));
  }
}
