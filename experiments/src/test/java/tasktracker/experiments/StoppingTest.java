package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.analysis.compare.Comparisons;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.load.watch.Validity;

/** How often {@code --until-sure} tells equal architectures apart, over many invented sweeps. */
class StoppingTest {
  private static final int EXPERIMENTS = 2000;
  private static final int USERS = 50;
  private static final MeasuringPlan PLAN =
      new MeasuringPlan(10, true, 0.05, null, null, false, null);
  private static final AnalysisSettings RULE = PLAN.stoppingRule(1);
  private static final List<ComparedMetric> METRICS =
      List.of(ComparedMetric.THROUGHPUT, ComparedMetric.P95, ComparedMetric.CPU_PER_REQUEST);

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3})
  void equalArchitecturesAreSeldomToldApart(double noise) {
    List<Comparison> ends = ends(noise, METRICS);

    for (ComparedMetric metric : METRICS) {
      assertThat(share(ends, comparison -> level(comparison, metric).verdict().hasWinner()))
          .as(metric.label())
          .isLessThanOrEqualTo(0.05);
    }
    assertThat(
            share(
                ends,
                comparison ->
                    METRICS.stream().anyMatch(metric -> level(comparison, metric).isClaim(RULE))))
        .as("any claim")
        .isLessThanOrEqualTo(0.05);
  }

  /** One metric alone ends the sweep as soon as it is decided: chance has every look at it. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3})
  void oneMetricThatEndsTheSweepIsSeldomDecidedByChance(double noise) {
    List<Comparison> ends = ends(noise, List.of(ComparedMetric.P95));

    assertThat(
            share(ends, comparison -> level(comparison, ComparedMetric.P95).verdict().hasWinner()))
        .isLessThanOrEqualTo(0.05);
  }

  private static List<Comparison> ends(double noise, List<ComparedMetric> metrics) {
    return LongStream.range(0, EXPERIMENTS)
        .parallel()
        .mapToObj(seed -> end(new Random(seed), noise, metrics))
        .toList();
  }

  private static double share(List<Comparison> ends, Predicate<Comparison> condition) {
    return ends.stream().filter(condition).count() / (double) ends.size();
  }

  private static LevelComparison level(Comparison comparison, ComparedMetric metric) {
    return comparison.of(metric).getFirst();
  }

  /** Repeats until it is sure or has repeated most often, and says what it says then. */
  private static Comparison end(Random random, double noise, List<ComparedMetric> metrics) {
    Comparisons comparisons = new Comparisons(RULE);
    List<AnalysedRun> runs = new ArrayList<>();
    for (int repetition = 1; ; repetition++) {
      runs.add(run("a", repetition, random, noise, metrics));
      runs.add(run("b", repetition, random, noise, metrics));
      if (repetition < PLAN.fixedRepetitions()) {
        continue;
      }
      Comparison comparison = comparisons.of("a", "b", runs);
      if (repetition == PLAN.repeats()
          || new StoppingCriterion(List.of(comparison), PLAN.precision()).isSure(USERS)) {
        return comparison;
      }
    }
  }

  private static AnalysedRun run(
      String architecture,
      int repetition,
      Random random,
      double noise,
      List<ComparedMetric> metrics) {
    Map<ComparedMetric, Double> figures = new EnumMap<>(ComparedMetric.class);
    metrics.forEach(metric -> figures.put(metric, 20 * Math.exp(noise * random.nextGaussian())));
    return new AnalysedRun(
        new RunAssessment("run", architecture, USERS, repetition, Validity.VALID, List.of(), false),
        figures,
        10_000L,
        Map.of(),
        List.of(),
        null,
        null,
        null,
        null,
        List.of(),
        Map.of());
  }
}
