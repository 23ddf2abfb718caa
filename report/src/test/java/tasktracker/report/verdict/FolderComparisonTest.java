package tasktracker.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Verdict;
import tasktracker.error.UsageException;
import tasktracker.results.LatencyFigures;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunFigures;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

class FolderComparisonTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir private Path parent;
  private ResultsFolder before;
  private ResultsFolder after;

  @BeforeEach
  void createFolders() {
    before = ResultsFolder.createAt(parent.resolve("before"));
    after = ResultsFolder.createAt(parent.resolve("after"));
    before.writeConfig(Map.of("think_time", "50ms", "replicas", 1, "seed", 1));
    after.writeConfig(Map.of("think_time", "50ms", "replicas", 1.0, "seed", 2));
  }

  @Test
  void findsARegressionBeyondTheGateAlone() {
    add(before, 10, "VALID", 20, 20.4, 19.8);
    add(after, 10, "VALID", 24, 24.5, 23.7);

    LevelComparison p95 = p95();

    assertThat(p95.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(new RegressionGate(0.05).regression(p95)).contains("its interval rules out chance");
    assertThat(new RegressionGate(0.3).regression(p95)).isEmpty();
  }

  @Test
  void findsARegressionBeyondAGateThatIsNarrowerThanTheMargin() {
    add(before, 10, "VALID", 20, 20.01, 19.99);
    add(after, 10, "VALID", 20.7, 20.71, 20.69);

    assertThat(p95().verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(new RegressionGate(0.02).regression(p95()))
        .contains("its interval rules out chance");
  }

  @Test
  void seesWhatDiffersFarIntoALongSetting() {
    add(before, 10, "VALID", 20);
    add(after, 10, "VALID", 20);
    before.writeConfig(Map.of("jvm_flags", List.of("x".repeat(150) + "-Xmx512m")));
    after.writeConfig(Map.of("jvm_flags", List.of("x".repeat(150) + "-Xmx256m")));

    assertThat(compare().differences()).singleElement().asString().contains("-Xmx512m", "-Xmx256m");
  }

  @Test
  void judgesSingleRunsByTheirEstimateAndSaysSo() {
    add(before, 10, "VALID", 20);
    add(after, 10, "VALID", 80);

    assertThat(p95().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(new RegressionGate(0.05).regression(p95()))
        .contains("no interval: the point estimate is beyond the gate");
    assertThat(new RegressionGate(5).regression(p95())).isEmpty();
  }

  @Test
  void leavesOutInvalidRuns() {
    add(before, 10, "VALID", 20, 20.4, 19.8);
    add(after, 10, "VALID", 20, 20.2, 20.1);
    add(after, 10, "INVALID", 900);

    assertThat(p95().verdict()).isEqualTo(Verdict.EQUIVALENT);
  }

  @Test
  void namesTheSettingsThatDifferAndNotThoseThatDoNotMatter() {
    add(before, 10, "VALID", 20);
    add(after, 10, "VALID", 20);
    after.writeConfig(Map.of("think_time", "0", "seed", 2));

    assertThat(compare().differences())
        .containsExactly("replicas: 1.0 / not set", "think_time: \"50ms\" / \"0\"");
  }

  @Test
  void refusesFoldersWithNothingInCommon() {
    add(before, 10, "VALID", 20);
    add(after, 50, "VALID", 20);

    assertThatThrownBy(this::compare)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no architecture in common");
  }

  @Test
  void refusesASearchForCapacityWhoseLevelsAreNoUsers() {
    add(before, 10, "VALID", 20);
    add(after, 10, "VALID", 20);
    after.writeConfig(Map.of("capacity", Map.of()));

    assertThatThrownBy(this::compare)
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "%s: a capacity search, whose levels are arrival rates and not users: its answer is in"
                + " capacity.json",
            after.path());
    ResultsFolder search = after;
    assertThatThrownBy(() -> FolderComparison.forGate(search, search, AnalysisSettings.DEFAULTS))
        .hasMessageStartingWith(after.path() + ": a capacity search");
  }

  private LevelComparison p95() {
    return compare().comparisons().getFirst().of(ComparedMetric.P95).getFirst();
  }

  private FolderComparison compare() {
    return FolderComparison.of(before, after, AnalysisSettings.DEFAULTS);
  }

  private static void add(ResultsFolder folder, int users, String validity, double... p95s) {
    for (double p95 : p95s) {
      int index = folder.read().runs().size();
      RunName run = new RunName(index, "monolith", users, index + 1);
      folder.add(
          run,
          new RunResult(
              run.architecture(),
              users,
              Duration.ofSeconds(10),
              Duration.ofSeconds(1),
              10.0,
              RunFigures.of(
                  1000, 0, 10, new LatencyFigures(p95 / 2, p95, 2 * p95, p95 / 2, 1.0, 90.0)),
              START,
              START.plusSeconds(10),
              run.folder() + "/stats_stats.csv",
              run.folder() + "/stats_stats_history.csv",
              null,
              null,
              Map.of("repetition", run.repetition(), "validity", validity)));
    }
  }
}
