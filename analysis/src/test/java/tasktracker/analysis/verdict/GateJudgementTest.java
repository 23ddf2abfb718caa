package tasktracker.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;

/** A gate fails what is surely worse by more than allowed, and passes what surely is not. */
class GateJudgementTest {
  private static final Tolerance FIVE_PERCENT = new Tolerance(0.05);

  @ParameterizedTest
  @CsvSource({
    "P95, 1.30, 1.20, 1.40, FAILED",
    "P95, 1.02, 1.00, 1.04, PASSED",
    "P95, 0.80, 0.70, 0.90, PASSED",
    "P95, 1.02, 0.90, 1.15, NOT_JUDGED",
    "P95, 1.30, 0.90, 1.80, NOT_JUDGED",
    "P95, 1.04, 1.02, 1.06, NOT_JUDGED",
    "THROUGHPUT, 0.80, 0.75, 0.85, FAILED",
    "THROUGHPUT, 0.98, 0.96, 1.00, PASSED",
    "THROUGHPUT, 0.98, 0.90, 1.06, NOT_JUDGED",
    "ERROR_RATE, 9, 8, 10, FAILED",
    "ERROR_RATE, 1, 0, 2, PASSED"
  })
  void judgesByTheIntervalOfTheEffect(
      ComparedMetric metric, double value, double low, double high, JudgedFigure.Word word) {
    assertThat(judge(level(metric, value, low, high, null)).word()).isEqualTo(word);
  }

  @Test
  void doesNotFailWhatIsNotSureAmongSoManyComparisons() {
    assertThat(judge(level(ComparedMetric.P95, 1.3, 1.2, 1.4, 0.2)).word())
        .isEqualTo(JudgedFigure.Word.NOT_JUDGED);
  }

  @Test
  void doesNotJudgeDifferentWork() {
    GateJudgement judgement =
        judge(level(ComparedMetric.P95, 1.3, 1.2, 1.4, 0.01).ofDifferentWork());

    assertThat(judgement.word()).isEqualTo(JudgedFigure.Word.NOT_JUDGED);
    assertThat(judgement.reason()).contains("not comparable");
  }

  private static GateJudgement judge(LevelComparison level) {
    return GateJudgement.of(
        new Comparison("before", "after", List.of(level), List.of(), List.of(), List.of()),
        level,
        FIVE_PERCENT,
        AnalysisSettings.DEFAULTS);
  }

  private static LevelComparison level(
      ComparedMetric metric, double value, double low, double high, Double adjustedP) {
    Estimate one = Estimate.withoutInterval(1);
    Estimate effect = new Estimate(value, new Interval(low, high, 0.95, Basis.ACROSS_REPETITIONS));
    return new LevelComparison(
        20,
        metric,
        3,
        1,
        one,
        one,
        new Effect(metric.scale(), effect),
        Verdict.UNDECIDED,
        null,
        adjustedP,
        null);
  }
}
