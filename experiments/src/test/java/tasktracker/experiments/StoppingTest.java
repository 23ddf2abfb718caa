package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.LevelComparison;

/**
 * What {@code --until-sure} says of many invented sweeps: winners of chance, how often intervals
 * hold the truth after stopping, and by how much the advantage of a winner is exaggerated. With one
 * metric alone chance has every look at it, and stopping does most to what is said.
 */
class StoppingTest {
  private static final int EXPERIMENTS = 3000;

  private static final MeasuringPlan UNCONFIRMED =
      new MeasuringPlan(10, true, 0.05, 0, null, null, false, null);
  private static final MeasuringPlan CONFIRMED =
      new MeasuringPlan(10, true, 0.05, 3, null, null, false, null);

  private static final List<ComparedMetric> P95 = List.of(ComparedMetric.P95);
  private static final List<ComparedMetric> ALL =
      List.of(
          ComparedMetric.THROUGHPUT,
          ComparedMetric.P95,
          ComparedMetric.CPU_PER_REQUEST,
          ComparedMetric.MEMORY);

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3})
  void equalArchitecturesAreSeldomToldApart(double noise) {
    List<Comparison> ends = ends(CONFIRMED, noise, 1, ALL);

    for (ComparedMetric metric : ALL) {
      assertThat(share(ends, metric, StoppingTest::namesAWinner))
          .as(metric.label())
          .isLessThanOrEqualTo(0.05);
    }
    assertThat(
            ends.stream()
                    .filter(
                        end -> ALL.stream().anyMatch(metric -> namesAWinner(level(end, metric))))
                    .count()
                / (double) EXPERIMENTS)
        .as("any winner")
        .isLessThanOrEqualTo(0.05);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3})
  void givesUpEarlyOnWhatIsTheSame(double noise) {
    double pairs =
        LongStream.range(0, 200)
            .parallel()
            .mapToInt(seed -> {
              SimulatedSweep sweep =
                  new SimulatedSweep(
                      CONFIRMED, SimulatedSweep.Source.scattering(new Random(seed), noise, 1, ALL));
              sweep.end();
              return sweep.pairs();
            })
            .average()
            .orElseThrow();

    assertThat(pairs).isLessThan(7);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.2, 0.3})
  void oneMetricThatEndsTheSweepIsSeldomDecidedByChance(double noise) {
    List<Comparison> ends = ends(UNCONFIRMED, noise, 1, P95);

    assertThat(share(ends, ComparedMetric.P95, StoppingTest::namesAWinner))
        .isLessThanOrEqualTo(0.05);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 1", "0.1, 1.1", "0.1, 1.2", "0.2, 1.2", "0.2, 1.5", "0.3, 1.5", "0.05, 1.03"})
  void intervalsHoldTheTruthAsOftenAsTheySayAfterStopping(double noise, double ratio) {
    assertThat(share(ends(UNCONFIRMED, noise, ratio, P95), ComparedMetric.P95, holds(ratio)))
        .as("of the pairs that decided")
        .isGreaterThanOrEqualTo(0.95);
    assertThat(
            share(
                ends(CONFIRMED, noise, ratio, P95),
                ComparedMetric.P95,
                level -> level.deciding() == null || holds(ratio).test(level)))
        .as("of fresh pairs")
        .isGreaterThanOrEqualTo(0.94);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1.1, 1.03", "0.2, 1.2, 1.05", "0.2, 1.3, 1.03"})
  void freshPairsTakeBackMostOfTheExaggerationOfWinners(
      double noise, double ratio, double exaggerated) {
    double before =
        exaggeration(ends(UNCONFIRMED, noise, ratio, P95), ratio, StoppingTest::namesAWinner);
    List<Comparison> confirmed = ends(CONFIRMED, noise, ratio, P95);

    assertThat(before).isGreaterThan(exaggerated);
    assertThat(exaggeration(confirmed, ratio, level -> level.deciding() != null))
        .as("of all that was decided")
        .isBetween(0.99, 1.01);
    assertThat(exaggeration(confirmed, ratio, StoppingTest::namesAWinner))
        .as("of those that fresh pairs do not contradict")
        .isLessThan(1 + (before - 1) / 2);
  }

  /** By how much the effects lie beyond the truth, on average. */
  private static double exaggeration(
      List<Comparison> ends, double ratio, Predicate<LevelComparison> which) {
    return Math.exp(
        mean(
            ends,
            level ->
                which.test(level)
                    ? Math.log(level.effect().estimate().value() / ratio)
                    : Double.NaN));
  }

  private static double mean(List<Comparison> ends, ToDoubleFunction<LevelComparison> figure) {
    return ends.stream()
        .mapToDouble(end -> figure.applyAsDouble(level(end, ComparedMetric.P95)))
        .filter(Double::isFinite)
        .average()
        .orElseThrow();
  }

  private static Predicate<LevelComparison> holds(double ratio) {
    return level -> level.effect().estimate().interval().contains(ratio);
  }

  private static boolean namesAWinner(LevelComparison level) {
    return level.isClaim(UNCONFIRMED.stoppingRule(1));
  }

  private static double share(
      List<Comparison> ends, ComparedMetric metric, Predicate<LevelComparison> condition) {
    return ends.stream().filter(end -> condition.test(level(end, metric))).count()
        / (double) ends.size();
  }

  private static LevelComparison level(Comparison comparison, ComparedMetric metric) {
    return comparison.of(metric).getFirst();
  }

  private static List<Comparison> ends(
      MeasuringPlan plan, double noise, double ratio, List<ComparedMetric> metrics) {
    return LongStream.range(0, EXPERIMENTS)
        .parallel()
        .mapToObj(seed ->
            new SimulatedSweep(
                    plan, SimulatedSweep.Source.scattering(new Random(seed), noise, ratio, metrics))
                .end())
        .toList();
  }
}
