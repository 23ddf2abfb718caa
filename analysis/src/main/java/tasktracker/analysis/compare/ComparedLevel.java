package tasktracker.analysis.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.SampleMean;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Effect;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Margin;
import tasktracker.analysis.verdict.Verdict;

/**
 * A comparison and the distribution that it came from.
 *
 * @param comparison what it says
 * @param distribution empty where there is no effect
 */
record ComparedLevel(LevelComparison comparison, Optional<EffectDistribution> distribution) {

  static ComparedLevel of(
      int concurrency,
      List<AnalysedRun> baseline,
      List<AnalysedRun> candidate,
      MeasuredEffect measured,
      AnalysisSettings settings) {
    ComparedMetric metric = measured.metric();
    Optional<EffectDistribution> distribution = measured.distribution();
    Effect effect =
        distribution
            .map(each -> measured.effect(each.estimate(settings.confidence())))
            .orElse(null);
    Verdict verdict = Verdict.of(metric, effect, Margin.of(metric, settings));
    return new ComparedLevel(
        new LevelComparison(
            concurrency,
            metric,
            measured.repetitions(),
            mean(metric, baseline, settings),
            mean(metric, candidate, settings),
            effect,
            verdict,
            verdict == Verdict.UNDECIDED ? more(distribution, metric, settings) : null,
            null),
        distribution);
  }

  /** The same of systems that did different work, so that nothing follows from it. */
  ComparedLevel ofDifferentWork() {
    return new ComparedLevel(comparison.ofDifferentWork(), Optional.empty());
  }

  /** The same with its adjusted p-value. */
  ComparedLevel withAdjustedP(double p) {
    return new ComparedLevel(comparison.withAdjustedP(p), distribution);
  }

  private static Integer more(
      Optional<EffectDistribution> distribution, ComparedMetric metric, AnalysisSettings settings) {
    if (distribution.orElse(null) instanceof AcrossRepetitions across) {
      double margin =
          switch (metric.scale()) {
            case RATIO -> Math.log1p(settings.equivalence());
            case DIFFERENCE -> settings.errorRateMargin();
          };
      var more = RepetitionsNeeded.more(across.pairs(), margin, settings.confidence());
      return more.isPresent() ? more.getAsInt() : null;
    }
    return null;
  }

  /** The mean over repetitions, whose interval cannot reach below 0; null without a figure. */
  static Estimate mean(ComparedMetric metric, List<AnalysedRun> runs, AnalysisSettings settings) {
    List<Double> values =
        runs.stream().map(run -> run.figure(metric)).filter(Objects::nonNull).toList();
    if (values.isEmpty()) {
      return null;
    }
    return values.size() == 1
        ? ofOneRun(values.getFirst(), metric, runs, settings)
        : SampleMean.of(values).estimate(settings.confidence()).notBelow(0);
  }

  private static Estimate ofOneRun(
      double value, ComparedMetric metric, List<AnalysedRun> runs, AnalysisSettings settings) {
    return runs.stream()
        .filter(run -> run.figure(metric) != null && run.resampled().containsKey(metric))
        .findFirst()
        .map(
            run -> WithinRun.of(value, run.resampled().get(metric)).estimate(settings.confidence()))
        .orElseGet(() -> Estimate.withoutInterval(value));
  }
}
