package tasktracker.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Verdict;

/** How often intervals hold the truth, and words are right, over many invented experiments. */
class CoverageTest {
  private static final int EXPERIMENTS = 2000;

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void intervalOfTheRatioCoversItIn95PercentOfExperiments(int repetitions) {
    double covered =
        share(
            seed -> new SampleRuns(seed).level(50, repetitions, 1.3).runs(),
            comparison -> interval(comparison).contains(1.3));

    assertThat(covered).isBetween(0.93, 0.97);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10})
  void intervalBetweenTwoExperimentsCoversTheRatioIn95Percent(int repetitions) {
    Comparisons comparisons = new Comparisons(AnalysisSettings.DEFAULTS);

    double covered =
        LongStream.range(0, EXPERIMENTS)
                .mapToObj(seed -> {
                  List<AnalysedRun> before = new SampleRuns(seed).level(50, repetitions, 1).runs();
                  List<AnalysedRun> after =
                      new SampleRuns(seed + EXPERIMENTS).level(50, repetitions, 1).runs();
                  return comparisons.ofExperiments("a", before, after);
                })
                .filter(comparison -> interval(comparison).contains(1))
                .count()
            / (double) EXPERIMENTS;

    assertThat(covered).isBetween(0.93, 0.97);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10})
  void equalArchitecturesAreSeldomToldApart(int repetitions) {
    double same =
        share(
            seed -> new SampleRuns(seed).level(50, repetitions, 1).runs(),
            comparison -> !level(comparison).verdict().hasWinner());

    assertThat(same).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void noClaimIsMadeOfEqualArchitecturesIn95PercentOfExperimentsOfManyLevels() {
    double without =
        share(
            seed -> {
              SampleRuns runs = new SampleRuns(seed);
              for (int users : List.of(10, 25, 50, 100, 200)) {
                runs.level(users, 5, 1);
              }
              return runs.runs();
            },
            comparison ->
                comparison.of(ComparedMetric.P95).stream()
                    .noneMatch(level -> level.isClaim(AnalysisSettings.DEFAULTS)));

    assertThat(without).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aDifferenceOf25PercentIsFoundInMostExperiments() {
    double found =
        share(
            seed -> new SampleRuns(seed).level(50, 5, 1.25).runs(),
            comparison -> level(comparison).verdict() == Verdict.WORSE);

    assertThat(found).isGreaterThan(0.95);
  }

  private static double share(
      LongFunction<List<AnalysedRun>> experiment, Predicate<Comparison> condition) {
    Comparisons comparisons = new Comparisons(AnalysisSettings.DEFAULTS);
    return LongStream.range(0, EXPERIMENTS)
            .mapToObj(experiment)
            .map(runs -> comparisons.of("a", "b", runs))
            .filter(condition)
            .count()
        / (double) EXPERIMENTS;
  }

  private static LevelComparison level(Comparison comparison) {
    return comparison.of(ComparedMetric.P95).getFirst();
  }

  private static Interval interval(Comparison comparison) {
    return level(comparison).effect().estimate().interval();
  }
}
