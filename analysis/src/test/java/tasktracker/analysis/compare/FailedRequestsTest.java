package tasktracker.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.SweepAnalyst;
import tasktracker.analysis.verdict.AnalysedSweep;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Circumstances;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.SweepAnalysis;

class FailedRequestsTest {

  @Test
  void noLatencyIsClaimedAtALevelWhereARunFailedTooOften() {
    SweepAnalysis analysis = analysis(63);

    assertThat(p95(analysis))
        .extracting(LevelComparison::concurrency, level -> level.effect() == null)
        .containsExactly(tuple(10, false), tuple(50, true));
    assertThat(String.join(" ", analysis.verdict()))
        .contains(
            "No latency is claimed at 50 users, where 63 % of the requests of a run of a failed");
    assertThat(analysis.curve("a", ComparedMetric.P95).orElseThrow().levels()).hasSize(2);
  }

  @Test
  void fewFailuresForbidNothing() {
    SweepAnalysis analysis = analysis(5);

    assertThat(p95(analysis)).allMatch(level -> level.effect() != null);
    assertThat(String.join(" ", analysis.verdict())).doesNotContain("No latency is claimed");
  }

  private static List<LevelComparison> p95(SweepAnalysis analysis) {
    return analysis.comparisons().getFirst().of(ComparedMetric.P95);
  }

  private static SweepAnalysis analysis(double failed) {
    SampleRuns runs = new SampleRuns(1);
    for (int repetition = 1; repetition <= 3; repetition++) {
      for (int users : List.of(10, 50)) {
        for (String architecture : List.of("a", "b")) {
          boolean fails = users == 50 && repetition == 2 && architecture.equals("a");
          runs.add(
              architecture,
              users,
              repetition,
              Map.of(
                  ComparedMetric.P95,
                  architecture.equals("a") ? 10.0 + repetition : 30.0 + repetition,
                  ComparedMetric.ERROR_RATE,
                  fails ? failed : 0.0));
        }
      }
    }
    return SweepAnalyst.analyse(
        new AnalysedSweep(
            List.of("a", "b"),
            runs.runs(),
            new Circumstances(null, null, null, null),
            List.of(),
            false),
        AnalysisSettings.DEFAULTS);
  }
}
