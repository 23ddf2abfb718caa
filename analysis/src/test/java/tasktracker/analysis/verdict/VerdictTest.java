package tasktracker.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.analysis.estimate.Estimate;

class VerdictTest {
  private static final Margin MARGIN =
      Margin.of(ComparedMetric.ERROR_RATE, AnalysisSettings.DEFAULTS);

  @ParameterizedTest
  @CsvSource({"-0.5, -0.2, BETTER", "-0.5, 0, UNDECIDED", "-0.5, 0.2, UNDECIDED"})
  void isKeptOnlyWhereFreshPairsAreOnTheSameSide(double deciding, double fresh, Verdict left) {
    assertThat(Verdict.BETTER.confirmedBy(difference(fresh), difference(deciding), MARGIN))
        .isEqualTo(left);
    assertThat(Verdict.WORSE.confirmedBy(difference(-fresh), difference(-deciding), MARGIN))
        .isEqualTo(left == Verdict.BETTER ? Verdict.WORSE : left);
  }

  private static Effect difference(double value) {
    return new Effect(Effect.Scale.DIFFERENCE, Estimate.withoutInterval(value));
  }
}
