package tasktracker.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "1.52, 1.40, 1.64, × 1.52 (1.40–1.64)",
    "1.22, 0.0000101, 149089, × 1.22 (<0.01–>100)",
    "0.9, 0.002, 1.1, × 0.900 (<0.01–1.10)",
    "225, 180, 280, × 225 (180–280)",
    "0.005, 0.004, 0.006, × 0.00500 (0.00400–0.00600)",
  })
  void anEndFarAwayFromARatioSaysOnlyThatItIsFar(
      double ratio, double low, double high, String text) {
    Effect effect =
        new Effect(
            Effect.Scale.RATIO,
            new Estimate(ratio, new Interval(low, high, 0.95, Basis.ACROSS_REPETITIONS)));

    assertThat(Wording.effect(effect)).isEqualTo(text);
  }
}
