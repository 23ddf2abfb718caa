package tasktracker.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.MeasuringEffort;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.load.watch.Validity;

class EffortTest {
  private final List<AnalysedRun> runs = new ArrayList<>();

  /** Two levels share a deployment of 30 s in the first repetition; only one is repeated. */
  @Test
  void countsTheDeploymentsThatTheFixedPlanWouldHaveHad() {
    add(10, 1, 50.0, 30.0);
    add(50, 1, 20.0, 0.0);
    add(50, 2, 50.0, 30.0);

    MeasuringEffort effort = Effort.of(runs);

    assertThat(effort.seconds()).isEqualTo(120);
    assertThat(effort.fixedRuns()).isEqualTo(4);
    assertThat(effort.fixedSeconds()).isEqualTo(4 * 20 + 2 * 30);
    assertThat(effort.saved()).isEqualTo(20);
  }

  @Test
  void countsADeploymentForEachRunWhereNoneIsShared() {
    add(10, 1, 50.0, 30.0);
    add(50, 1, 50.0, 30.0);
    add(50, 2, 50.0, 30.0);

    assertThat(Effort.of(runs).fixedSeconds()).isEqualTo(4 * 50);
  }

  @Test
  void takesRunsOfOlderFoldersAsTheyAre() {
    add(10, 1, 50.0, null);
    add(50, 1, 40.0, null);
    add(50, 2, 30.0, null);

    assertThat(Effort.of(runs).fixedSeconds()).isEqualTo(4 * 40);
  }

  private void add(int users, int repetition, Double wall, Double deployment) {
    runs.add(
        new AnalysedRun(
            new RunAssessment(
                "run", "a", users, repetition, Validity.VALID, List.of(), false, false),
            Map.of(),
            Map.of(),
            100L,
            Map.of(),
            List.of(),
            null,
            wall,
            deployment,
            null,
            null,
            List.of(),
            Map.of()));
  }
}
