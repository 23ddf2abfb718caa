package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tasktracker.results.RunName;

class SharedRunsTest {
  private static final List<RunName> RUNS =
      List.of(
          new RunName(0, "a", 200, 1),
          new RunName(1, "a", 10, 1),
          new RunName(2, "a", 50, 1),
          new RunName(3, "b", 200, 1),
          new RunName(4, "b", 200, 2),
          new RunName(5, "b", 10, 2));

  @Test
  void belongToOneArchitectureAndRepetition() {
    assertThat(SharedRuns.of(RUNS, FreshDeployment.REPETITION))
        .extracting(SharedRuns::runs)
        .containsExactly(RUNS.subList(0, 3), RUNS.subList(3, 4), RUNS.subList(4, 6));
  }

  @Test
  void areSingleWhereEachRunHasItsDeployment() {
    assertThat(SharedRuns.of(RUNS, FreshDeployment.RUN))
        .extracting(SharedRuns::runs)
        .containsExactlyElementsOf(RUNS.stream().map(List::of).toList());
  }

  @Test
  void areNoneWithoutRuns() {
    assertThat(SharedRuns.of(List.of(), FreshDeployment.REPETITION)).isEmpty();
  }

  @Test
  void areWarmedAtTheLevelInTheMiddleOrTheUpperOneOfTwo() {
    List<SharedRuns> all = SharedRuns.of(RUNS, FreshDeployment.REPETITION);

    assertThat(all.getFirst().middleLevel()).isEqualTo(50);
    assertThat(all.get(1).middleLevel()).isEqualTo(200);
    assertThat(all.getLast().middleLevel()).isEqualTo(200);
    assertThat(all.getFirst().after(1).levels()).containsExactly(10, 50);
  }
}
