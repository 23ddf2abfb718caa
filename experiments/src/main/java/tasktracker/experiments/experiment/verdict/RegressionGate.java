package tasktracker.experiments.experiment.verdict;

import java.util.Optional;
import tasktracker.experiments.analysis.verdict.Effect;
import tasktracker.experiments.analysis.verdict.LevelComparison;
import tasktracker.experiments.analysis.verdict.Verdict;

/**
 * Tells regressions that fail a build: the figure is worse by more than allowed, and its interval
 * rules out chance; where there is no interval the estimate alone decides, and a figure that is no
 * longer there is a regression too. For error rates the share counts as so many percentage points.
 *
 * @param allowed such as 0.05
 */
public record RegressionGate(double allowed) {

  /** What makes a comparison such a regression; empty where it is none. */
  public Optional<String> regression(LevelComparison level) {
    if (level.baseline() != null && level.candidate() == null) {
      return Optional.of("there is no figure any more");
    }
    if (level.effect() == null || !isBeyond(level)) {
      return Optional.empty();
    }
    if (level.effect().estimate().interval() == null) {
      return Optional.of("no interval: the point estimate is beyond the gate");
    }
    return level.verdict() == Verdict.WORSE
        ? Optional.of("its interval rules out chance")
        : Optional.empty();
  }

  private boolean isBeyond(LevelComparison level) {
    double value = level.effect().estimate().value();
    if (level.effect().scale() == Effect.Scale.DIFFERENCE) {
      return value > 100 * allowed;
    }
    return level.metric().higherIsBetter() ? value < 1 - allowed : value > 1 + allowed;
  }
}
