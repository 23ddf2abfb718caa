package tasktracker.experiments;

import java.util.List;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.Effect;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Verdict;

/**
 * Whether a level has been measured often enough: by each metric that the verdict may speak of, of
 * every architecture beside the baseline, it is a claim, or equivalent, or the interval is narrower
 * than asked for. What ends the repetitions is what is claimed. A metric that was not measured asks
 * for nothing, nor do error rates where no request failed.
 *
 * @param comparisons what the runs so far say
 * @param precision half the width of a ratio's interval that is narrow enough
 * @param settings with which they were compared
 */
record StoppingCriterion(
    List<Comparison> comparisons, double precision, AnalysisSettings settings) {
  boolean isSure(int level) {
    return comparisons.stream()
        .flatMap(comparison -> comparison.levels().stream())
        .filter(each -> each.concurrency() == level && each.metric().headline())
        .filter(each -> each.effect() != null && !each.nothingFailed())
        .allMatch(this::isSure);
  }

  private boolean isSure(LevelComparison comparison) {
    return comparison.isClaim(settings)
        || comparison.verdict() == Verdict.EQUIVALENT
        || isPrecise(comparison.effect());
  }

  private boolean isPrecise(Effect effect) {
    Interval interval = effect.estimate().interval();
    return interval != null
        && switch (effect.scale()) {
          case RATIO -> Math.log(interval.high() / interval.low()) <= 2 * Math.log1p(precision);
          case DIFFERENCE -> interval.high() - interval.low() <= 2 * settings.errorRateMargin();
        };
  }
}
