package tasktracker.analysis.compare;

import java.util.List;
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
        distribution.map(each -> measured.effect(settings.estimate(each::estimate))).orElse(null);
    Verdict verdict = Verdict.of(metric, effect, Margin.of(metric, settings));
    return new ComparedLevel(
        new LevelComparison(
            concurrency,
            metric,
            measured.repetitions(),
            settings.looks() == null ? 1 : settings.looks().after(measured.repetitions()),
            mean(metric, baseline, settings),
            mean(metric, candidate, settings),
            effect,
            verdict,
            verdict == Verdict.UNDECIDED ? more(distribution, metric, settings) : null,
            null,
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

  /** The same word with figures, effect and distribution of fresh pairs, if they have any. */
  ComparedLevel confirmedBy(ComparedLevel fresh, AnalysisSettings settings) {
    return comparison.effect() == null || fresh.comparison.effect() == null
        ? this
        : new ComparedLevel(
            comparison.confirmedBy(fresh.comparison, Margin.of(comparison.metric(), settings)),
            fresh.distribution);
  }

  private static Integer more(
      Optional<EffectDistribution> distribution, ComparedMetric metric, AnalysisSettings settings) {
    return switch (distribution.orElse(null)) {
      case AcrossRepetitions(SampleMean pairs) -> more(pairs, 0, metric, settings);
      case Rounded(AcrossRepetitions(SampleMean pairs), double error) ->
          more(pairs, error, metric, settings);
      case null, default -> null;
    };
  }

  private static Integer more(
      SampleMean pairs, double rounding, ComparedMetric metric, AnalysisSettings settings) {
    double margin =
        switch (metric.scale()) {
          case RATIO -> Math.log1p(settings.equivalence());
          case DIFFERENCE -> settings.errorRateMargin();
        };
    var more = RepetitionsNeeded.more(pairs, rounding, margin, settings.confidenceOfLook());
    return more.isPresent() ? more.getAsInt() : null;
  }

  /** The mean over repetitions, whose interval cannot reach below 0; null without a figure. */
  static Estimate mean(ComparedMetric metric, List<AnalysedRun> runs, AnalysisSettings settings) {
    List<Double> values = AnalysedRun.values(metric, runs);
    return values.isEmpty() ? null : settings.mean(values);
  }
}
