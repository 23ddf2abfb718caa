package tasktracker.report.verdict;

import java.util.Optional;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Tolerance;
import tasktracker.analysis.verdict.Verdict;
import tasktracker.analysis.verdict.Wording;

/**
 * Tells regressions that fail a build: the figure is worse by more than allowed, and its interval
 * rules out chance; where there is no interval the estimate alone decides, and a figure that is no
 * longer there, or that has no ratio to its baseline, is a regression too. For error rates the
 * share counts as so many percentage points.
 *
 * @param allowed such as 0.05
 */
public record RegressionGate(double allowed) {

  /** What makes a comparison such a regression; empty where it is none. */
  public Optional<String> regression(LevelComparison level) {
    if (level.baseline() != null && level.candidate() == null) {
      return Optional.of("there is no figure any more");
    }
    if (level.verdict() == Verdict.NOT_COMPARABLE) {
      return Optional.of("not comparable, the two did different work");
    }
    if (level.effect() == null) {
      return hasNoRatio(level)
          ? Optional.of(
              "%s against %s has no ratio"
                  .formatted(
                      Wording.number(level.candidate().value()),
                      Wording.number(level.baseline().value())))
          : Optional.empty();
    }
    if (!isBeyond(level)) {
      return Optional.empty();
    }
    if (level.effect().estimate().interval() == null) {
      return Optional.of("no interval: the point estimate is beyond the gate");
    }
    return Tolerance.isWorse(level.metric(), level.effect().estimate().interval())
        ? Optional.of("its interval rules out chance")
        : Optional.empty();
  }

  /** Why a metric that was asked for by name cannot be judged; empty where it can. */
  public Optional<String> missingBaseline(LevelComparison level) {
    return level.baseline() == null
        ? Optional.of(
            level.candidate() == null ? "there is no figure" : "there was no figure before")
        : Optional.empty();
  }

  private static boolean hasNoRatio(LevelComparison level) {
    return level.baseline() != null && level.baseline().value() != level.candidate().value();
  }

  private boolean isBeyond(LevelComparison level) {
    return new Tolerance(allowed).isExceeded(level.metric(), level.effect().estimate().value());
  }
}
