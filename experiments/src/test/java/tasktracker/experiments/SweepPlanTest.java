package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tasktracker.results.RunName;

/** Runs that each have a deployment of their own. */
class SweepPlanTest {
  private static final List<String> ARCHITECTURES = List.of("monolith", "microservices", "modular");
  private static final List<Integer> LEVELS = List.of(10, 50, 200, 400);

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(plan(7)).isEqualTo(plan(7));
  }

  @Test
  void variesTheOrderOfTheArchitecturesWithTheSeed() {
    assertThat(LongStream.range(0, 20).mapToObj(SweepPlanTest::plan).distinct().count())
        .isGreaterThan(10);
  }

  @Test
  void runsEveryArchitectureOnceAtEachLevelBeforeTheNextLevel() {
    List<RunName> plan = plan(1);

    assertThat(plan).hasSize(LEVELS.size() * ARCHITECTURES.size());
    for (int level = 0; level < LEVELS.size(); level++) {
      int first = level * ARCHITECTURES.size();
      List<RunName> block = plan.subList(first, first + ARCHITECTURES.size());
      assertThat(block).extracting(RunName::concurrency).containsOnly(LEVELS.get(level));
      assertThat(block)
          .extracting(RunName::architecture)
          .containsExactlyInAnyOrderElementsOf(ARCHITECTURES);
    }
  }

  @Test
  void numbersTheRunsFromZero() {
    assertThat(plan(1))
        .extracting(RunName::index)
        .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
  }

  @Test
  void repeatsAllLevelsBeforeTheNextRepetition() {
    List<RunName> plan = SweepPlan.of(SampleSettings.repeated(MeasuringPlan.fixed(3)));

    assertThat(plan)
        .extracting(RunName::repetition)
        .containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
    assertThat(plan).extracting(RunName::concurrency).startsWith(10, 10, 50, 50, 10, 10, 50, 50);
  }

  @Test
  void beginsAnAdaptivePlanWithFourRepetitions() {
    assertThat(
            SweepPlan.of(
                SampleSettings.repeated(
                    new MeasuringPlan(10, true, 0.05, 0, null, null, false, null))))
        .hasSize(4 * 2 * 2);
  }

  private static List<RunName> plan(long seed) {
    return SweepPlan.of(SampleSettings.of(ARCHITECTURES, LEVELS, seed));
  }
}
