package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.Effect;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Verdict;

class StoppingCriterionTest {
  @Test
  void takesNothingForOutOfReachByASinglePair() {
    assertThat(undecided(1).isOutOfReach(10, 6)).isFalse();
    assertThat(undecided(4).isOutOfReach(10, 6)).isTrue();
  }

  @Test
  void goesOnWhereTheRatioCanBeKnownAsPreciselyAsAskedFor() {
    // Half of ± 6 % becomes ± 2 % with twelve pairs more, ± 30 % becomes ± 10 %.
    assertThat(undecided(4, ratio(0.06)).isOutOfReach(10, 6)).isFalse();
    assertThat(undecided(4, ratio(0.3)).isOutOfReach(10, 6)).isTrue();
  }

  private static Estimate ratio(double half) {
    return new Estimate(
        1.04,
        new Interval(
            1.04 * Math.exp(-half), 1.04 * Math.exp(half), 0.99, Basis.ACROSS_REPETITIONS));
  }

  private static StoppingCriterion undecided(int pairs) {
    return undecided(pairs, Estimate.withoutInterval(1.2));
  }

  private static StoppingCriterion undecided(int pairs, Estimate ratio) {
    LevelComparison level =
        new LevelComparison(
            10,
            ComparedMetric.P95,
            pairs,
            1,
            null,
            null,
            new Effect(Effect.Scale.RATIO, ratio),
            Verdict.UNDECIDED,
            null,
            null,
            null);
    return new StoppingCriterion(
        List.of(new Comparison("a", "b", List.of(level), List.of(), List.of(), List.of())),
        0.05,
        AnalysisSettings.DEFAULTS);
  }
}
