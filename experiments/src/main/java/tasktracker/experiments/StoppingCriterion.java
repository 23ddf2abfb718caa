package tasktracker.experiments;

import java.util.List;
import java.util.stream.Stream;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.estimate.StudentT;
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
    return asking(level).allMatch(this::isSure);
  }

  /**
   * Whether a level will hardly become sure, if later pairs are like those so far: all that is
   * unsure of it needs more than twice as many repetitions as are left. Twice, because few pairs
   * tell their scatter badly. A single pair that counts does not tell it.
   *
   * @param left repetitions that may follow
   */
  boolean isOutOfReach(int level, int left) {
    return asking(level)
        .filter(each -> !isSure(each))
        .allMatch(each ->
            each.verdict() == Verdict.UNDECIDED
                && each.repetitions() > 1
                && (each.moreRepetitions() == null || each.moreRepetitions() > 2 * left)
                && !canBePrecise(each, 2 * left));
  }

  /** Whether the interval of a ratio will be narrow enough with so many pairs more, like those. */
  private boolean canBePrecise(LevelComparison comparison, int more) {
    Interval interval = comparison.effect().estimate().interval();
    if (interval == null || comparison.effect().scale() != Effect.Scale.RATIO) {
      return false;
    }
    int pairs = comparison.repetitions();
    double confidence = settings.confidenceOfLook();
    double narrower =
        new StudentT(pairs + more - 1).factor(confidence)
            / new StudentT(pairs - 1).factor(confidence)
            * Math.sqrt(pairs / (double) (pairs + more));
    return narrower * Math.log(interval.high() / interval.low()) <= 2 * Math.log1p(precision);
  }

  private Stream<LevelComparison> asking(int level) {
    return comparisons.stream()
        .flatMap(comparison -> comparison.levels().stream())
        .filter(each -> each.concurrency() == level && each.metric().headline())
        .filter(each -> each.effect() != null && !each.nothingFailed());
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
