package tasktracker.experiments.experiment.verdict;

import tasktracker.experiments.analysis.verdict.Effect;
import tasktracker.experiments.analysis.verdict.LevelComparison;
import tasktracker.experiments.analysis.verdict.Verdict;

/**
 * Tells regressions that fail a build: the figure is worse by more than allowed, and chance is
 * ruled out by its interval. For error rates the share counts as so many percentage points. Without
 * an interval nothing is a regression.
 *
 * @param allowed such as 0.05
 */
public record RegressionGate(double allowed) {

  /** Whether a comparison is such a regression. */
  public boolean isExceededBy(LevelComparison level) {
    if (level.verdict() != Verdict.WORSE) {
      return false;
    }
    double value = level.effect().estimate().value();
    if (level.effect().scale() == Effect.Scale.DIFFERENCE) {
      return value > 100 * allowed;
    }
    return level.metric().higherIsBetter() ? value < 1 - allowed : value > 1 + allowed;
  }
}
