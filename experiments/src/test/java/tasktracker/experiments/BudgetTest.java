package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasktracker.results.RunResult;

class BudgetTest {
  @Test
  void countsADeploymentOnceForAllOfItsRuns() {
    Budget budget = new Budget(Duration.ofMinutes(10));
    budget.took(Duration.ofMinutes(2), Duration.ofMinutes(1));

    assertThat(budget.allows(1, 7)).isTrue();
    assertThat(budget.allows(2, 7)).isFalse();
    assertThat(budget.allows(1, 8)).isFalse();
  }

  @Test
  void judgesByTheLongestOfEach() {
    Budget budget = new Budget(Duration.ofMinutes(10));
    budget.took(Duration.ofMinutes(2), Duration.ofMinutes(1));
    budget.took(Duration.ZERO, Duration.ofMinutes(3));

    assertThat(budget.allows(1, 2)).isTrue();
    assertThat(budget.allows(1, 3)).isFalse();
  }

  @Test
  void countsTheTimeOfRecordedRuns() {
    Budget budget = new Budget(Duration.ofMinutes(10));
    budget.spentOn(List.of(run(170, 60), run(120, 0)));

    assertThat(budget.allows(1, 2)).isTrue();
    assertThat(budget.allows(2, 2)).isFalse();
    assertThat(budget.allows(0, 3)).isFalse();
  }

  private static RunResult run(double all, double deployment) {
    return new RunResult(
        "monolith",
        10,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of("wall_s", all, "deployment_s", deployment));
  }

  @Test
  void allowsEverythingWithoutALimit() {
    Budget budget = new Budget(null);
    budget.took(Duration.ofHours(9), Duration.ofHours(9));

    assertThat(budget.allows(100, 100)).isTrue();
  }
}
