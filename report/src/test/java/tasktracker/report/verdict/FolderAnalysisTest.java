package tasktracker.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Prices;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.Verdict;
import tasktracker.results.ReferenceData;
import tasktracker.results.ResultsFolder;

/** The sweep that the original of this lab published. */
class FolderAnalysisTest {
  @TempDir private Path temporary;

  private static SweepAnalysis original(AnalysisSettings settings) {
    ResultsFolder folder = ResultsFolder.open(ReferenceData.folder());
    return FolderAnalysis.of(folder.path(), folder.read(), settings);
  }

  @Test
  void isReadFromAnalysisJsonAsItWasWritten() {
    SweepAnalysis analysis = original(AnalysisSettings.DEFAULTS.withObjective("p95<50ms"));
    ResultsFolder copy =
        ResultsFolder.create(temporary, "sweep", LocalDateTime.of(2026, 1, 17, 21, 7));

    copy.writeAnalysis(analysis);

    assertThat(copy.analysis(SweepAnalysis.class)).isEqualTo(analysis);
  }

  @Test
  void givesSizesButNoFindingsFromOneRunALevelWithoutALatencyLog() {
    SweepAnalysis analysis = original(AnalysisSettings.DEFAULTS);

    assertThat(analysis.comparisons()).hasSize(1);
    assertThat(analysis.comparisons().getFirst().levels())
        .isNotEmpty()
        .allSatisfy(level -> assertThat(level.verdict()).isEqualTo(Verdict.UNDECIDED));
    assertThat(analysis.comparisons().getFirst().of(ComparedMetric.P95))
        .hasSize(5)
        .allSatisfy(level -> assertThat(level.effect().estimate().basis()).isEqualTo(Basis.NONE));
    // Less than a thousand requests were counted there.
    assertThat(analysis.comparisons().getFirst().of(ComparedMetric.P99).getFirst().effect())
        .isNull();
    assertThat(analysis.verdict().getFirst())
        .contains("microservices has 1.59 (at 10 users) to 3.76 (at 200 users) times that of")
        .contains("so sizes and not findings");
    assertThat(analysis.verdict().getLast()).contains("one run of each level, without intervals");
  }

  @Test
  void seesInTheDataWhatIsWrongWithIt() {
    assertThat(original(AnalysisSettings.DEFAULTS).warnings())
        .anySatisfy(text -> assertThat(text).contains("users were still starting"))
        .anySatisfy(text -> assertThat(text).contains("before the first counted request"))
        .anySatisfy(text -> assertThat(text).contains("although every 1.0 s was asked for"))
        .anySatisfy(text -> assertThat(text).contains("constant trickle"))
        .anySatisfy(text -> assertThat(text).contains("monolith was measured first at every level"))
        .anySatisfy(text -> assertThat(text).contains("Every level was measured once"));
  }

  @Test
  void refusesToFitALawToThroughputThatThinkTimeLimits() {
    assertThat(original(AnalysisSettings.DEFAULTS).scalability())
        .hasSize(2)
        .allSatisfy(
            each -> assertThat(each.refusal()).contains("almost in proportion to the users"));
  }

  @Test
  void interpolatesUsersWithinAnObjectiveOnlyBetweenTestedLevels() {
    var capacities = original(AnalysisSettings.DEFAULTS.withObjective("p95<50ms")).capacities();

    assertThat(capacities.getFirst().met()).isEqualTo(200);
    assertThat(capacities.getFirst().users()).isNull();
    // p95 of the microservices: 44 ms at 100 users, 64 ms at 200.
    assertThat(capacities.getLast().met()).isEqualTo(100);
    assertThat(capacities.getLast().missed()).isEqualTo(200);
    assertThat(capacities.getLast().users().value()).isEqualTo(130);
  }

  @Test
  void saysWhatWasAskedForInSentences() {
    SweepAnalysis analysis =
        original(
            AnalysisSettings.DEFAULTS
                .withObjective("p95<50ms")
                .withPrices(new Prices("EUR", 0.04, 0.005)));

    assertThat(analysis.verdict()).hasSize(3).allMatch(sentence -> sentence.endsWith("."));
    assertThat(analysis.facts())
        .contains(
            "Monolith keeps to p95<50ms, by the mean of its runs, at every tested level, up to 200 users; how many more it"
                + " would serve was not measured.",
            "Microservices serves about 130 users within p95<50ms (no interval), interpolated"
                + " between 100 users, which keep to it by the mean of their runs, and 200, which"
                + " miss it.")
        .anySatisfy(fact ->
            assertThat(fact)
                .matches(
                    "At 200 users a million requests cost \\S+ EUR \\(one run, no interval\\) on"
                        + " monolith and \\S+ EUR \\(one run, no interval\\) on microservices, .*"));
  }
}
