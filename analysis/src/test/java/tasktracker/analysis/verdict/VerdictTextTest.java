package tasktracker.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.SweepAnalyst;
import tasktracker.analysis.compare.SampleRuns;

class VerdictTextTest {
  private final SampleRuns runs = new SampleRuns(3);

  @Test
  void namesTheWinnerAndByHowMuch() {
    runs.level(10, 5, 1.5).level(50, 5, 2);

    assertThat(analysis().verdict().getFirst())
        .matches(
            "In p95 latency, a is ahead throughout, from 10 to 50 users, where b has 1\\.\\d+"
                + " \\(\\d\\.\\d+–\\d\\.\\d+, at 10 users\\) to [12]\\.\\d+"
                + " \\(\\d\\.\\d+–\\d\\.\\d+, at 50 users\\) times that of a\\.");
  }

  @Test
  void saysWhereTheWinnerFlips() {
    runs.level(10, 10, 0.8).level(50, 10, 1.25);

    assertThat(analysis().verdict().getFirst())
        .matches(
            "In p95 latency, b is ahead up to about \\d+\\.\\d \\(.+\\) users and a above, .+");
  }

  @Test
  void callsEquivalentWhatDiffersByLessThanTheMargin() {
    runs.level(10, 40, 1).level(50, 40, 1);

    assertThat(analysis().verdict().getFirst())
        .isEqualTo("In p95 latency, a and b are equivalent (within ±5 %) at 10 and 50 users.");
  }

  @Test
  void saysWhatIsMissingWhereNothingIsDecided() {
    runs.add("a", 10, 1, 20).add("b", 10, 1, 21).add("a", 10, 2, 20).add("b", 10, 2, 26);

    assertThat(analysis().verdict().getFirst())
        .matches(
            "In p95 latency, it is undecided at 10 users( \\(about \\d+ more repetitions? needed\\))?,"
                + " where b has 1\\.17 \\(.+, at 10 users\\) times that of a\\.");
  }

  @Test
  void claimsNothingFromOneRunWithoutAnInterval() {
    runs.add("a", 10, 1, 20).add("b", 10, 1, 40);

    assertThat(analysis().verdict())
        .first()
        .isEqualTo(
            "In p95 latency, b has 2.00 (at 10 users) times that of a (one run each and no interval,"
                + " so a size and not a finding).");
    assertThat(analysis().verdict())
        .last()
        .asString()
        .startsWith("All 2 runs count; the figures rest on one run of each level");
  }

  @Test
  void saysOnceInASentenceThatSizesHaveNoInterval() {
    for (String architecture : List.of("a", "b")) {
      runs.add(
          architecture, 10, 1, Map.of(ComparedMetric.P95, 20.0, ComparedMetric.THROUGHPUT, 9.0));
    }

    assertThat(analysis().verdict().getFirst())
        .containsOnlyOnce("(one run each")
        .endsWith(" (one run each and no interval, so sizes and not findings).");
  }

  @Test
  void saysOnceWhatIntervalsOfSingleRunsRestOn() {
    once(10);

    SweepAnalysis analysis = analysis();

    assertThat(analysis.verdict()).hasSize(3);
    assertThat(String.join(" ", analysis.verdict()))
        .contains("In p95 latency", "in throughput", "In memory")
        .containsOnlyOnce("how much runs differ")
        .contains("rest on one run of each level (how much runs differ is assumed), and hold");
    assertThat(analysis.insights().get(ComparedMetric.P95))
        .containsOnlyOnce("one run each")
        .endsWith(" (one run each: how much runs differ is assumed).");
  }

  @Test
  void saysAtWhichLevelsRunsAreSingle() {
    runs.level(10, 5, 1.5);
    once(50);

    assertThat(String.join(" ", analysis().verdict()))
        .containsOnlyOnce("(one run each at 50 users: how much runs differ is assumed)");
    assertThat(Overview.of(analysis()).limits())
        .contains(", one run each at 50 users: how much runs differ is assumed. ");
  }

  /** One run of each, with an interval from its seconds. */
  private void once(int users) {
    for (String architecture : List.of("a", "b")) {
      Map<ComparedMetric, Double> figures = new EnumMap<>(ComparedMetric.class);
      Map<ComparedMetric, List<Double>> resampled = new EnumMap<>(ComparedMetric.class);
      for (ComparedMetric metric :
          List.of(ComparedMetric.P95, ComparedMetric.THROUGHPUT, ComparedMetric.MEMORY)) {
        figures.put(metric, 20.0);
        resampled.put(metric, List.of(19.5, 20.0, 20.5));
      }
      runs.runs().add(SampleRuns.run(architecture, users, 1, figures, resampled));
    }
  }

  @Test
  void comparesNothingWhereThereIsOneArchitecture() {
    runs.add("a", 10, 1, 20);

    assertThat(analysis(List.of("a")).verdict().getFirst())
        .isEqualTo("Only one architecture was measured, so there is nothing to compare it with.");
  }

  @RepeatedTest(50)
  void namesAWinnerExactlyWhereThereIsAClaim(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    SampleRuns invented = new SampleRuns(info.getCurrentRepetition());
    for (int users = 10; users <= 90; users += 40) {
      invented.level(users, 2 + random.nextInt(6), Math.exp(0.1 * random.nextGaussian()));
    }

    SweepAnalysis analysis = analyse(List.of("a", "b"), invented);

    boolean claims =
        analysis.comparisons().getFirst().of(ComparedMetric.P95).stream()
            .anyMatch(level -> level.isClaim(AnalysisSettings.DEFAULTS));
    assertThat(analysis.verdict().getFirst().contains(" is ahead ")).isEqualTo(claims);
  }

  @Test
  void countsRepetitionsInEnglish() {
    assertThat(Wording.repetitionsNeeded(1, 1)).isEqualTo("about 1 more repetition needed");
    assertThat(Wording.repetitionsNeeded(3, 3)).isEqualTo("about 3 more repetitions needed");
    assertThat(Wording.repetitionsNeeded(1, 4)).isEqualTo("about 1 to 4 more repetitions needed");
  }

  private SweepAnalysis analysis() {
    return analysis(List.of("a", "b"));
  }

  private SweepAnalysis analysis(List<String> architectures) {
    return analyse(architectures, runs);
  }

  private static SweepAnalysis analyse(List<String> architectures, SampleRuns of) {
    return SweepAnalyst.analyse(
        new AnalysedSweep(
            architectures, of.runs(), new Circumstances(null, null, null, null), List.of(), false),
        AnalysisSettings.DEFAULTS);
  }
}
