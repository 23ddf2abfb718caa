package tasktracker.report.verdict.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tasktracker.results.RunResult;

class AlwaysFirstTest {
  private static final List<Integer> LEVELS = List.of(10, 25, 50, 100, 200);

  private final List<RunResult> runs = new ArrayList<>();

  @Test
  void isSaidWhereEachLevelHadAnOrderOfItsOwn() {
    for (int level : LEVELS) {
      add("a", level, 1, runs.size() + 1);
      add("b", level, 1, runs.size() + 1);
    }

    assertThat(warning()).hasValueSatisfying(text -> assertThat(text).startsWith("a was measured"));
  }

  /** Older folders do not know deployments. */
  @Test
  void isSaidWhereRunsDoNotNameTheirDeployment() {
    for (int level : LEVELS) {
      add("a", level, 1, null);
      add("b", level, 1, null);
    }

    assertThat(warning()).isPresent();
  }

  @Test
  void isNoNewsWhereAllLevelsOfARepetitionShareDeployments() {
    LEVELS.forEach(level -> add("a", level, 1, 1));
    LEVELS.forEach(level -> add("b", level, 1, 2));

    assertThat(warning()).isEmpty();
  }

  @Test
  void isSaidWhereItWasFirstInEveryOneOfFiveRepetitions() {
    for (int repetition = 1; repetition <= 5; repetition++) {
      for (int level : LEVELS) {
        add("a", level, repetition, 2 * repetition);
      }
      for (int level : LEVELS) {
        add("b", level, repetition, 2 * repetition + 1);
      }
    }

    assertThat(warning()).isPresent();
  }

  private Optional<String> warning() {
    return new AlwaysFirst()
        .about(new SweepData(runs, Map.of(), List.of(), OptionalDouble.empty()));
  }

  private void add(String architecture, int users, int repetition, Integer deployment) {
    Map<String, Object> additions = new HashMap<>(Map.of("repetition", repetition));
    if (deployment != null) {
      additions.put("deployment", deployment);
    }
    Instant start = Instant.EPOCH.plusSeconds(runs.size());
    runs.add(
        new RunResult(
            architecture,
            users,
            null,
            null,
            null,
            null,
            start,
            start.plusSeconds(1),
            null,
            null,
            null,
            null,
            additions));
  }
}
