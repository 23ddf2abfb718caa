package tasktracker.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.EndpointWork;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.analysis.verdict.UnequalWork;
import tasktracker.analysis.verdict.Verdict;
import tasktracker.load.watch.Validity;

class EqualWorkTest {
  private static final EqualWork EQUAL = new EqualWork("before", "after", 0.02);

  @Test
  void isTheSameWorkWhereSharesAndSizesDifferByChance() {
    assertThat(
            EQUAL.at(
                20,
                runs(work("GET /a", 600, 0, 1000), work("GET /b", 400, 0, 100)),
                runs(work("GET /a", 1230, 0, 1010), work("GET /b", 770, 0, 101))))
        .isEmpty();
  }

  @Test
  void namesTheEndpointWhoseShareDiffers() {
    UnequalWork unequal =
        EQUAL
            .at(
                20,
                runs(work("GET /a", 6000, 0, 100), work("GET /b", 4000, 0, 100)),
                runs(work("GET /a", 5000, 0, 100), work("GET /b", 5000, 0, 100)))
            .orElseThrow();

    assertThat(unequal.toString())
        .isEqualTo(
            "Not comparable at 20 users: GET /a is 60.0 % of the requests of before and 50.0 % of"
                + " those of after; GET /b is 40.0 % of the requests of before and 50.0 % of those"
                + " of after");
    assertThat(unequal.forbids(ComparedMetric.ERROR_RATE)).isTrue();
  }

  @Test
  void namesAnswersOfAnotherSize() {
    assertThat(
            EQUAL.at(5, runs(work("GET /", 50_000, 0, 1000)), runs(work("GET /", 90_000, 0, 1030))))
        .map(UnequalWork::differences)
        .contains(List.of("answers of GET / have 1000 bytes at before and 1030 at after"));
  }

  @Test
  void takesWhatFewListsOfDifferentLengthsDifferByForChance() {
    assertThat(EQUAL.at(5, runs(work("GET /", 110, 0, 4611)), runs(work("GET /", 107, 0, 4351))))
        .isEmpty();
  }

  @Test
  void doesNotTakeALongerNumberForAnotherAnswer() {
    assertThat(EQUAL.at(5, runs(work("GET /", 500, 0, 12)), runs(work("GET /", 900, 0, 13))))
        .isEmpty();
  }

  @Test
  void leavesErrorRatesComparableWhereFailuresAloneDiffer() {
    UnequalWork unequal =
        EQUAL
            .at(5, runs(work("GET /", 5000, 0, 1000)), runs(work("GET /", 5000, 500, 900)))
            .orElseThrow();

    assertThat(unequal.differences())
        .containsExactly("of GET / 0 % failed at before and 10.0 % at after");
    assertThat(unequal.forbids(ComparedMetric.ERROR_RATE)).isFalse();
    assertThat(unequal.forbids(ComparedMetric.P95)).isTrue();
  }

  @Test
  void comparesTheOneRequestThatEachSystemNamesItself() {
    assertThat(EQUAL.at(5, runs(work("GET /v1", 500, 0, 64)), runs(work("GET /v2", 900, 0, 64))))
        .isEmpty();
  }

  @Test
  void saysNothingWhereNobodyRecordedTheWork() {
    assertThat(EQUAL.at(5, runs(), runs(work("GET /", 900, 0, 64)))).isEmpty();
  }

  @Test
  void allowsNoClaimOnAnyFigureOfDifferentWork() {
    Comparison comparison =
        new Comparisons(AnalysisSettings.DEFAULTS)
            .of(
                "before",
                "after",
                List.of(
                    run("before", 1, work("GET /", 500, 0, 1000)),
                    run("after", 1, work("GET /", 500, 0, 2000)),
                    run("before", 2, work("GET /", 500, 0, 1000)),
                    run("after", 2, work("GET /", 500, 0, 2000))));

    assertThat(comparison.unequal()).hasSize(1);
    assertThat(comparison.levels())
        .allSatisfy(level -> {
          assertThat(level.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
          assertThat(level.effect()).isNull();
        });
  }

  @Test
  void namesIterationsOfDifferentLengthWithHowManyThereWere() {
    assertThat(
            EQUAL.at(
                35,
                List.of(iterating("a", 2_250L, work("GET /", 10_000, 0, Double.NaN))),
                List.of(iterating("b", 1_640L, work("GET /", 10_000, 0, 500)))))
        .map(UnequalWork::differences)
        .contains(
            List.of(
                "an iteration makes 4.44 requests at before and 6.10 at after"
                    + " (22.7 and 16.6 iterations/s)"));
    assertThat(
            EQUAL.at(
                35,
                List.of(iterating("a", 2_250L, work("GET /", 10_000, 0, 500))),
                List.of(iterating("b", null, work("GET /", 10_000, 0, 500)))))
        .as("where only one of them tells")
        .isEmpty();
  }

  private static EndpointWork work(String endpoint, long requests, long failures, double bytes) {
    return new EndpointWork(endpoint, requests, failures, bytes);
  }

  private static List<AnalysedRun> runs(EndpointWork... work) {
    return List.of(run("any", 1, work));
  }

  private static AnalysedRun run(String architecture, int repetition, EndpointWork... work) {
    return run(architecture, repetition, null, work);
  }

  private static AnalysedRun iterating(String architecture, Long iterations, EndpointWork... work) {
    return run(architecture, 1, iterations, work);
  }

  private static AnalysedRun run(
      String architecture, int repetition, Long iterations, EndpointWork... work) {
    return new AnalysedRun(
        new RunAssessment(
            "run", architecture, 5, repetition, Validity.VALID, List.of(), false, false),
        Map.of(ComparedMetric.THROUGHPUT, 100.0 + repetition, ComparedMetric.P95, 10.0),
        Map.of(),
        10_000L,
        Map.of(),
        List.of(),
        null,
        null,
        null,
        null,
        iterations,
        List.of(work),
        Map.of());
  }
}
