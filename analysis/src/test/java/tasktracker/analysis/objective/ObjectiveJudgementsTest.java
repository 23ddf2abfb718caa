package tasktracker.analysis.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.JudgedFigure;
import tasktracker.analysis.verdict.ObjectiveJudgement;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.analysis.verdict.ServiceLevelObjective.Bound;
import tasktracker.load.watch.Validity;

class ObjectiveJudgementsTest {
  private static final Bound WHOLE = Bound.of(ComparedMetric.P95, 200);

  @Test
  void aMeanFarBelowTheLimitIsMetAndOneAboveIsMissed() {
    assertThat(judgement(100, 101, 99).verdict()).isEqualTo("met");
    assertThat(judgement(300, 301, 299).verdict()).isEqualTo("missed");
    assertThat(judgement(200, 200, 200).word()).isEqualTo(JudgedFigure.Word.FAILED);
  }

  @Test
  void aLimitInsideOfTheIntervalIsNotSure() {
    assertThat(judgement(150, 190, 230).verdict()).isEqualTo("met, not sure");
    assertThat(judgement(150, 230, 260).verdict()).isEqualTo("missed, not sure");
    assertThat(judgement(150).verdict()).isEqualTo("met, one run");
  }

  /** Student's interval of 98, 100, 102: 100 ± 4.303 · 2 / √3. */
  @Test
  void measuresTheMeanWithItsInterval() {
    var interval = judgement(98, 100, 102).measured().interval();
    assertThat(interval.low()).isBetween(95.0, 95.1);
    assertThat(interval.high()).isBetween(104.9, 105.0);
  }

  @Test
  void nothingIsSaidWithoutFiguresOrWhereTooManyRequestsFailed() {
    assertThat(judgement().word()).isEqualTo(JudgedFigure.Word.NOT_JUDGED);
    AnalysedRun failing =
        run(1, Map.of(ComparedMetric.P95, 1.0, ComparedMetric.ERROR_RATE, 6.0), Map.of());
    assertThat(of(List.of(failing), WHOLE).word()).isEqualTo(JudgedFigure.Word.NOT_JUDGED);
  }

  @Test
  void aBoundOnAnEndpointIsJudgedByTheFiguresOfThatEndpoint() {
    Bound endpoint = new Bound("GET /", ComparedMetric.P95, 200, null);
    AnalysedRun run = run(1, Map.of(ComparedMetric.P95, 1.0), Map.of(endpoint, 300.0));

    assertThat(of(List.of(run), endpoint).word()).isEqualTo(JudgedFigure.Word.FAILED);
    assertThat(of(List.of(run), WHOLE).word()).isEqualTo(JudgedFigure.Word.PASSED);
  }

  private static ObjectiveJudgement judgement(double... values) {
    List<AnalysedRun> runs = new ArrayList<>();
    for (double value : values) {
      runs.add(run(runs.size() + 1, Map.of(ComparedMetric.P95, value), Map.of()));
    }
    return of(runs.isEmpty() ? List.of(run(1, Map.of(), Map.of())) : runs, WHOLE);
  }

  private static ObjectiveJudgement of(List<AnalysedRun> runs, Bound bound) {
    List<ObjectiveJudgement> judgements =
        ObjectiveJudgements.of("a", runs, new ServiceLevelObjective(List.of(bound)), 0.95);
    assertThat(judgements).hasSize(1);
    return judgements.getFirst();
  }

  private static AnalysedRun run(
      int repetition, Map<ComparedMetric, Double> figures, Map<Bound, Double> bounded) {
    return new AnalysedRun(
        new RunAssessment("run", "a", 10, repetition, Validity.VALID, List.of(), false, false),
        figures,
        Map.of(),
        10_000L,
        Map.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        bounded);
  }
}
