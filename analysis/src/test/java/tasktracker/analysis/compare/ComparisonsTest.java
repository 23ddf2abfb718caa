package tasktracker.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.MetricCrossover;
import tasktracker.analysis.verdict.Verdict;

class ComparisonsTest {
  private final SampleRuns runs = new SampleRuns(7);

  @Test
  void findsWhereTheWinnerFlipsWithAnInterval() {
    // 0.8 at 10 users, 1.25 at 50: differences of -4 and +5, which lines join at 27.8 users.
    runs.level(10, 10, 0.8).level(50, 10, 1.25);

    MetricCrossover found = compare().crossovers(ComparedMetric.P95).getFirst();

    assertThat(found.kind()).isEqualTo(MetricCrossover.Kind.CROSSOVER);
    assertThat(found.leader()).isEqualTo("b");
    assertThat(found.follower()).isEqualTo("a");
    assertThat(found.load().value()).isEqualTo(27.8, within(2.5));
    assertThat(found.load().interval().contains(27.8)).isTrue();
    assertThat(found.load().basis()).isEqualTo(Basis.ACROSS_REPETITIONS);
  }

  @Test
  void saysWhoIsAheadThroughoutWhereNothingFlips() {
    runs.level(10, 5, 1.5).level(50, 5, 2);

    MetricCrossover found = compare().crossovers(ComparedMetric.P95).getFirst();

    assertThat(found.kind()).isEqualTo(MetricCrossover.Kind.AHEAD_THROUGHOUT);
    assertThat(found.leader()).isEqualTo("a");
    assertThat(found.load()).isNull();
  }

  @Test
  void isTheSameForTheSameSeed() {
    runs.level(10, 4, 0.8).level(50, 4, 1.25);

    assertThat(compare()).isEqualTo(compare());
  }

  @Test
  void allowsForProcessorsOfAnotherSpeedWhereThereIsOneRunEach() {
    List<Double> resamples = List.of(19.5, 20.0, 20.5);
    Map<ComparedMetric, List<Double>> both =
        Map.of(ComparedMetric.CPU_PER_REQUEST, resamples, ComparedMetric.MEMORY, resamples);
    Map<ComparedMetric, List<Double>> twice =
        Map.of(
            ComparedMetric.CPU_PER_REQUEST, List.of(39.0, 40.0, 41.0),
            ComparedMetric.MEMORY, List.of(39.0, 40.0, 41.0));
    Map<ComparedMetric, Double> of20 =
        Map.of(ComparedMetric.CPU_PER_REQUEST, 20.0, ComparedMetric.MEMORY, 20.0);
    Map<ComparedMetric, Double> of40 =
        Map.of(ComparedMetric.CPU_PER_REQUEST, 40.0, ComparedMetric.MEMORY, 40.0);
    runs.runs().add(SampleRuns.run("a", 10, 1, of20, both, 300.0));
    runs.runs().add(SampleRuns.run("b", 10, 1, of40, twice, 150.0));

    LevelComparison cpu = level(ComparedMetric.CPU_PER_REQUEST);
    LevelComparison memory = level(ComparedMetric.MEMORY);

    assertThat(cpu.effect().estimate().value()).isEqualTo(2, within(1e-9));
    assertThat(cpu.effect().estimate().interval().contains(1)).isTrue();
    assertThat(cpu.effect().estimate().interval().contains(2)).isTrue();
    assertThat(cpu.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(memory.verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void hasNoIntervalAndNoWinnerFromOneRunThatNobodyLookedInto() {
    runs.add("a", 10, 1, 20).add("b", 10, 1, 40);

    LevelComparison level = level(ComparedMetric.P95);

    assertThat(level.effect().estimate().value()).isEqualTo(2, within(1e-9));
    assertThat(level.effect().estimate().basis()).isEqualTo(Basis.NONE);
    assertThat(level.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void saysNothingThatRoundingMayHaveMade() {
    for (int repetition = 1; repetition <= 5; repetition++) {
      runs.runs().add(SampleRuns.rounded("a", repetition, 1, 1));
      runs.runs().add(SampleRuns.rounded("b", repetition, 1, 1));
    }

    LevelComparison same = level(ComparedMetric.P95);

    // Each may be anything from 0.5 to 1.5 ms.
    assertThat(same.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(same.effect().estimate().interval().contains(3)).isTrue();
    assertThat(same.effect().estimate().interval().contains(1 / 3.0)).isTrue();
  }

  @Test
  void saysNothingOfARatioToWhatMayHaveBeenZero() {
    for (int repetition = 1; repetition <= 5; repetition++) {
      // As 0 ms is counted.
      runs.runs().add(SampleRuns.rounded("a", repetition, 0.001, 1));
      runs.runs().add(SampleRuns.rounded("b", repetition, 3, 1));
    }

    LevelComparison level = level(ComparedMetric.P95);

    assertThat(level.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(level.effect()).isNull();
    assertThat(
            new Comparisons(AnalysisSettings.DEFAULTS)
                .ofExperiments("a", runs.runs(), runs.runs())
                .of(ComparedMetric.P95)
                .getFirst()
                .effect())
        .isNull();
  }

  @Test
  void foreseesHowManyMoreRepetitionsOutweighRounding() {
    int[] candidate = {104, 114, 98, 110, 109};
    for (int i = 0; i < candidate.length; i++) {
      runs.runs().add(SampleRuns.rounded("a", i + 1, 100, 1));
      runs.runs().add(SampleRuns.rounded("b", i + 1, candidate[i], 1));
    }

    LevelComparison level = level(ComparedMetric.P95);

    assertThat(level.verdict()).isEqualTo(Verdict.UNDECIDED);
    // As they are, one more would do.
    assertThat(level.moreRepetitions()).isEqualTo(2);
  }

  @Test
  void findsWhatIsLargerThanRounding() {
    Random random = new Random(7);
    for (int repetition = 1; repetition <= 5; repetition++) {
      runs.runs().add(SampleRuns.rounded("a", repetition, 20 + random.nextInt(2), 1));
      runs.runs().add(SampleRuns.rounded("b", repetition, 40 + random.nextInt(3), 1));
    }

    LevelComparison level = level(ComparedMetric.P95);

    assertThat(level.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(level.isClaim(AnalysisSettings.DEFAULTS)).isTrue();
  }

  @Test
  void namesAWinnerOfOneRunEachOnlyBeyondTheMarginAndWhatRunsDiffer() {
    assertThat(ofOneRunEach(3.0).verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(ofOneRunEach(3.3).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void coversTheTruthWithOneRunEachThatDifferAsAssumed() {
    Random random = new Random(7);
    double spread = Math.sqrt(2) * ComparedMetric.P95.spreadOfRuns();

    long covered =
        IntStream.range(0, 2_000)
            .filter(_ ->
                ofOneRunEach(1.5 * Math.exp(spread * random.nextGaussian()))
                    .effect()
                    .estimate()
                    .interval()
                    .contains(1.5))
            .count();

    assertThat(covered).isBetween(1_870L, 1_935L);
  }

  private static LevelComparison ofOneRunEach(double ratio) {
    List<Double> around =
        IntStream.range(0, 200).mapToObj(i -> 20 * (1 + (i - 100) / 20_000.0)).toList();
    List<Double> above = around.stream().map(value -> ratio * value).toList();
    List<AnalysedRun> both =
        List.of(
            SampleRuns.run(
                "a", 10, 1, Map.of(ComparedMetric.P95, 20.0), Map.of(ComparedMetric.P95, around)),
            SampleRuns.run(
                "b",
                10,
                1,
                Map.of(ComparedMetric.P95, 20 * ratio),
                Map.of(ComparedMetric.P95, above)));
    return new Comparisons(AnalysisSettings.DEFAULTS)
        .of("a", "b", both)
        .of(ComparedMetric.P95)
        .getFirst();
  }

  @Test
  void namesAWinnerOfEqualSystemsWithOneRunEachInAtMostOneOf20Sweeps() {
    Random random = new Random(11);

    long named =
        IntStream.range(0, 2_000)
            .mapToObj(_ -> sweepOfSingleRuns(random))
            .map(sweep -> new Comparisons(AnalysisSettings.DEFAULTS).of("a", "b", sweep))
            .filter(comparison ->
                comparison.levels().stream()
                    .filter(level -> level.metric().headline())
                    .anyMatch(level -> level.isClaim(AnalysisSettings.DEFAULTS)))
            .count();

    assertThat(named).isLessThanOrEqualTo(100);
  }

  private static List<AnalysedRun> sweepOfSingleRuns(Random random) {
    List<AnalysedRun> sweep = new ArrayList<>();
    for (int users : List.of(10, 50, 200)) {
      for (String system : List.of("a", "b")) {
        Map<ComparedMetric, Double> figures = new EnumMap<>(ComparedMetric.class);
        Map<ComparedMetric, List<Double>> resampled = new EnumMap<>(ComparedMetric.class);
        for (ComparedMetric metric : ComparedMetric.values()) {
          double figure = 20 * Math.exp(metric.spreadOfRuns() * random.nextGaussian());
          figures.put(metric, figure);
          resampled.put(metric, List.of(0.999 * figure, figure, 1.001 * figure));
        }
        sweep.add(SampleRuns.run(system, users, 1, figures, resampled));
      }
    }
    return sweep;
  }

  @Test
  void namesNoWinnerInErrorRatesOfOneRunEach() {
    Map<ComparedMetric, List<Double>> none =
        Map.of(ComparedMetric.ERROR_RATE, List.of(0.0, 0.0, 0.0));
    Map<ComparedMetric, List<Double>> some =
        Map.of(ComparedMetric.ERROR_RATE, List.of(0.9, 1.0, 1.1));
    runs.runs().add(SampleRuns.run("a", 10, 1, Map.of(ComparedMetric.ERROR_RATE, 0.0), none));
    runs.runs().add(SampleRuns.run("b", 10, 1, Map.of(ComparedMetric.ERROR_RATE, 1.0), some));

    assertThat(level(ComparedMetric.ERROR_RATE).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void dividesTheErrorAmongTheSystemsThatAreComparedWithTheFirst() {
    runs.level(10, 5, 1.2);

    double alone = level(ComparedMetric.P95).adjustedP();
    double oneOfFive =
        new Comparisons(AnalysisSettings.DEFAULTS, 5)
            .of("a", "b", runs.runs())
            .of(ComparedMetric.P95)
            .getFirst()
            .adjustedP();

    assertThat(oneOfFive).isEqualTo(5 * alone, within(1e-12));
  }

  @Test
  void claimsNoMoreOfAReciprocalThanOfTheFigureItself() {
    for (int repetition = 1; repetition <= 4; repetition++) {
      double cpu = 1.2 + 0.05 * repetition;
      runs.add("a", 10, repetition, costs(1)).add("b", 10, repetition, costs(cpu));
    }

    assertThat(level(ComparedMetric.REQUESTS_PER_VCPU).adjustedP())
        .isGreaterThanOrEqualTo(level(ComparedMetric.CPU_PER_REQUEST).adjustedP());
  }

  private static Map<ComparedMetric, Double> costs(double cpu) {
    return Map.of(
        ComparedMetric.CPU_PER_REQUEST, cpu, ComparedMetric.REQUESTS_PER_VCPU, 1000 / cpu);
  }

  @Test
  void saysHowManyMoreRepetitionsAreNeeded() {
    runs.add("a", 10, 1, 20).add("b", 10, 1, 22).add("a", 10, 2, 20).add("b", 10, 2, 26);

    LevelComparison level = level(ComparedMetric.P95);

    // ln 1.1 and ln 1.3: the interval of n pairs, 0.179 ± t · 0.118/√n, leaves out 0 from n = 5 on.
    assertThat(level.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(level.moreRepetitions()).isEqualTo(3);
  }

  @Test
  void takesErrorRatesWithoutFailuresAsEquivalentAsFarAsTheRequestsReach() {
    for (int repetition = 1; repetition <= 2; repetition++) {
      runs.add("a", 10, repetition, Map.of(ComparedMetric.ERROR_RATE, 0.0));
      runs.add("b", 10, repetition, Map.of(ComparedMetric.ERROR_RATE, 0.0));
    }

    LevelComparison level = level(ComparedMetric.ERROR_RATE);

    // The rule of three: 3 of 20,000 requests, in percent.
    assertThat(level.effect().estimate().interval().high()).isEqualTo(0.015, within(0.0001));
    assertThat(level.verdict()).isEqualTo(Verdict.EQUIVALENT);
  }

  @Test
  void leavesOutARunWithoutItsCounterpart() {
    runs.level(10, 3, 1.5).add("a", 10, 4, 1e6);

    assertThat(level(ComparedMetric.P95).repetitions()).isEqualTo(3);
    assertThat(level(ComparedMetric.P95).effect().estimate().value()).isEqualTo(1.5, within(0.2));
  }

  private LevelComparison level(ComparedMetric metric) {
    return compare().of(metric).getFirst();
  }

  private Comparison compare() {
    return new Comparisons(AnalysisSettings.DEFAULTS).of("a", "b", runs.runs());
  }
}
