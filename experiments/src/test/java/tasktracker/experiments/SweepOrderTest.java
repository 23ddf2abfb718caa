package tasktracker.experiments;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tasktracker.results.RunName;

/** Runs that share a deployment for each architecture and repetition. */
class SweepOrderTest {
  private static final List<String> ARCHITECTURES = List.of("monolith", "microservices", "modular");
  private static final List<Integer> LEVELS = List.of(10, 50, 81, 200, 400);
  private static final int REPETITIONS = 4;
  private static final int SEEDS = 600;

  @Test
  void hasOneDeploymentForEachArchitectureAndRepetitionWithAllLevelsOnIt() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<SharedRuns> deployments = deployments(seed);

      assertThat(deployments).hasSize(ARCHITECTURES.size() * REPETITIONS);
      assertThat(deployments)
          .allSatisfy(deployment ->
              assertThat(deployment.levels()).containsExactlyInAnyOrderElementsOf(LEVELS));
      assertThat(deployments).extracting(deployment -> deployment.first().repetition()).isSorted();
    }
  }

  @Test
  void measuresTheLevelsOfARepetitionInTheSameOrderForAllArchitectures() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Map<Integer, Set<List<Integer>>> orders =
          deployments(seed).stream()
              .collect(
                  groupingBy(
                      deployment -> deployment.first().repetition(),
                      Collectors.mapping(SharedRuns::levels, Collectors.toSet())));
      assertThat(orders.values()).allSatisfy(each -> assertThat(each).hasSize(1));
    }
  }

  @Test
  void numbersTheRunsInTheOrderOfTheirExecution() {
    assertThat(plan(1))
        .extracting(RunName::index)
        .containsExactlyElementsOf(IntStream.range(0, 3 * 5 * 4).boxed().toList());
  }

  @Test
  void isTheSameForTheSameSeedAndAnotherInEachRepetition() {
    assertThat(plan(7)).isEqualTo(plan(7));
    Set<List<Integer>> orders = new HashSet<>();
    deployments(7).forEach(deployment -> orders.add(deployment.levels()));
    assertThat(orders).hasSizeGreaterThan(1);
  }

  /** Four standard deviations of a binomial around the mean. */
  @Test
  void putsEveryArchitectureAndEveryLevelFirstEquallyOften() {
    List<SharedRuns> firstOfRepetitions =
        LongStream.range(0, SEEDS)
            .boxed()
            .flatMap(seed ->
                IntStream.range(0, REPETITIONS)
                    .mapToObj(each -> deployments(seed).get(each * ARCHITECTURES.size())))
            .toList();
    int trials = SEEDS * REPETITIONS;
    for (String architecture : ARCHITECTURES) {
      assertIsShare(
          firstOfRepetitions.stream()
              .filter(each -> each.first().architecture().equals(architecture))
              .count(),
          trials,
          1.0 / ARCHITECTURES.size());
    }
    for (int level : LEVELS) {
      assertIsShare(
          firstOfRepetitions.stream().filter(each -> each.first().concurrency() == level).count(),
          trials,
          1.0 / LEVELS.size());
    }
  }

  private static void assertIsShare(long count, int trials, double share) {
    double spread = 4 * Math.sqrt(trials * share * (1 - share));
    assertThat((double) count).isBetween(trials * share - spread, trials * share + spread);
  }

  @Test
  void givesWhatIsLeftTheOrderThatItWouldHaveHad() {
    List<RunName> plan = plan(3);
    List<RunName> left = plan.stream().filter(run -> run.index() % 3 != 0).toList();

    List<RunName> ordered = new SweepOrder(3, ARCHITECTURES).of(left.reversed(), 100);

    assertThat(ordered)
        .extracting(run -> run.architecture() + run.concurrency() + run.repetition())
        .containsExactlyElementsOf(
            left.stream()
                .map(run -> run.architecture() + run.concurrency() + run.repetition())
                .toList());
    assertThat(ordered.getFirst().index()).isEqualTo(100);
  }

  private static List<SharedRuns> deployments(long seed) {
    return SharedRuns.of(plan(seed), FreshDeployment.REPETITION);
  }

  private static List<RunName> plan(long seed) {
    return SweepPlan.of(
        SampleSettings.sharing(ARCHITECTURES, LEVELS, seed, MeasuringPlan.fixed(REPETITIONS)));
  }
}
