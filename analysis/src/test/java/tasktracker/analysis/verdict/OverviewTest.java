package tasktracker.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.SweepAnalyst;
import tasktracker.analysis.compare.SampleRuns;

class OverviewTest {
  private final SampleRuns runs = new SampleRuns(3);

  @Test
  void oneThatIsAheadEverywhereIsNamedWithTheRange() {
    runs.level(10, 5, 1.5).level(50, 5, 2);

    assertThat(headline()).isEqualTo("A is ahead at every level from 10 to 50 users");
  }

  @Test
  void aFlipIsNamedWithTheLoadAtWhichItIs() {
    runs.level(10, 10, 0.8).level(50, 10, 1.25);

    assertThat(headline()).matches("A is ahead above about \\d+ users, b below|.*b.*");
    assertThat(headline()).contains("about");
  }

  @Test
  void aLevelWithoutAWinnerIsSaidToBeUndecided() {
    runs.add("a", 10, 1, 20).add("b", 10, 1, 21).add("a", 10, 2, 20).add("b", 10, 2, 26);
    runs.level(50, 8, 2);

    assertThat(headline()).isEqualTo("A is ahead at 50 users, undecided at 10");
  }

  @Test
  void whatDiffersByLessThanTheMarginIsEqual() {
    runs.level(10, 40, 1).level(50, 40, 1);

    assertThat(headline()).isEqualTo("A and b are equally fast");
    assertThat(overview().matrices().getFirst().rows().getFirst().cells())
        .allSatisfy(cell -> assertThat(cell.word()).isEqualTo(VerdictMatrix.Word.SAME));
  }

  @Test
  void aLevelThatSaysNothingIsNotWon() {
    runs.level(10, 5, 1.5).level(200, 5, 2);
    runs.add("a", 50, 1, 20).add("b", 50, 1, 40);

    assertThat(headline()).isEqualTo("A is ahead at 10 and 200 users, undecided at 50");
  }

  @Test
  void whoNeedsLessOfWhatIsNamedWhereNoneIsFaster() {
    for (int repetition = 1; repetition <= 12; repetition++) {
      double noise = 1 + 0.001 * repetition;
      runs.add("a", 10, repetition, costs(noise, 2, 1)).add("b", 10, repetition, costs(1, 1, 2));
      runs.add("a", 50, repetition, costs(noise, 2, 1)).add("b", 50, repetition, costs(1, 1, 1));
    }

    assertThat(headline())
        .isEqualTo("Equally fast; a needs less memory at some levels, b needs less CPU");
  }

  private static Map<ComparedMetric, Double> costs(double noise, double cpu, double memory) {
    return Map.of(
        ComparedMetric.P95, 20 * noise,
        ComparedMetric.CPU_PER_REQUEST, cpu * noise,
        ComparedMetric.MEMORY, memory * noise);
  }

  @Test
  void oneRunWithoutAnIntervalIsASizeAndNoFinding() {
    runs.add("a", 10, 1, 20).add("b", 10, 1, 40);

    assertThat(headline()).isEqualTo("One run each and no interval: sizes, not findings");
    assertThat(overview().matrices().getFirst().texts())
        .containsExactly(List.of("p95 latency", "× 2.00 ? unsure"));
    assertThat(overview().limits())
        .isEqualTo(
            "One run per level: how much runs differ is assumed."
                + " This workload and machine only.");
  }

  @Test
  void oneArchitectureIsComparedWithNothing() {
    runs.add("a", 10, 1, 20);

    Overview alone = Overview.of(analyse(List.of("a"), runs));

    assertThat(alone.headlines()).containsExactly("Only a was measured");
    assertThat(alone.matrices()).isEmpty();
  }

  @RepeatedTest(50)
  void saysNoMoreThanTheClaimsAndIsShort(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    SampleRuns invented = new SampleRuns(info.getCurrentRepetition());
    for (int users = 10; users <= 130; users += 40) {
      invented.level(users, 2 + random.nextInt(6), Math.exp(0.15 * random.nextGaussian()));
    }

    SweepAnalysis analysis = analyse(List.of("a", "b"), invented);
    Overview overview = Overview.of(analysis);

    List<LevelComparison> levels = analysis.comparisons().getFirst().of(ComparedMetric.P95);
    long claims = levels.stream().filter(level -> level.isClaim(AnalysisSettings.DEFAULTS)).count();
    String headline = overview.headlines().getFirst();
    assertThat(headline.contains(" ahead ") || headline.contains(" lead ")).isEqualTo(claims > 0);
    assertThat(headline.contains("every level")).isEqualTo(wonByOne(levels));
    assertThat(headline.split(" ")).hasSizeLessThanOrEqualTo(12);
    assertThat(
            overview.matrices().getFirst().rows().getFirst().cells().stream()
                .filter(cell -> cell.word().compareTo(VerdictMatrix.Word.WORSE) <= 0))
        .hasSize((int) claims);
  }

  private static boolean wonByOne(List<LevelComparison> levels) {
    return levels.stream().allMatch(level -> level.isClaim(AnalysisSettings.DEFAULTS))
        && levels.stream().map(LevelComparison::verdict).distinct().count() == 1;
  }

  private Overview overview() {
    return Overview.of(analyse(List.of("a", "b"), runs));
  }

  private String headline() {
    return overview().headlines().getFirst();
  }

  private static SweepAnalysis analyse(List<String> architectures, SampleRuns of) {
    return SweepAnalyst.analyse(
        new AnalysedSweep(
            architectures, of.runs(), new Circumstances(null, null, null, null), List.of(), false),
        AnalysisSettings.DEFAULTS);
  }
}
