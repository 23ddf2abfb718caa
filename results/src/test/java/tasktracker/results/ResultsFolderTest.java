package tasktracker.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.UsageException;

class ResultsFolderTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 17, 21, 7, 59);
  private static final RunName FIRST = new RunName(0, "monolith", 10);
  private static final RunName SECOND = new RunName(1, "microservices", 10);

  @TempDir Path parent;

  @Test
  void namesItselfAfterLocalTimeAndNeverCollides() {
    assertThat(ResultsFolder.create(parent, "sweep", NOW).path().getFileName())
        .hasToString("sweep_20260117_210759");
    assertThat(ResultsFolder.create(parent, "sweep", NOW).path().getFileName())
        .hasToString("sweep_20260117_210800");
  }

  @Test
  void refusesToStartInAFolderWithContent() throws IOException {
    Files.createFile(parent.resolve("something"));

    assertThatThrownBy(() -> ResultsFolder.createAt(parent))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is not empty");
  }

  @Test
  void keepsEachRunInItsFolderAndAsALine() throws IOException {
    ResultsFolder folder = folder();

    folder.add(FIRST, RunResultTest.run());
    folder.add(SECOND, second());

    assertThat(folder.path().resolve("run_000_monolith_c10/results.json")).exists();
    assertThat(Files.readAllLines(folder.path().resolve("results.jsonl"))).hasSize(2);
    assertThat(folder.read().runs()).containsExactly(RunResultTest.run(), second());
  }

  @Test
  void keepsARunOfAThreadThatWasInterrupted() throws IOException {
    ResultsFolder folder = folder();

    Thread.currentThread().interrupt();
    folder.add(FIRST, RunResultTest.run());
    folder.writeConfig(Map.of("seed", 1));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.read().runs()).hasSize(1);
  }

  @Test
  void countsARepeatedLineOnceAndSaysSo() throws IOException {
    ResultsFolder folder = folder();
    folder.add(FIRST, RunResultTest.run());
    folder.add(FIRST, RunResultTest.run());

    assertThat(folder.read().runs()).containsExactly(RunResultTest.run());
    assertThat(folder.read().warnings())
        .containsExactly(
            folder.path().resolve("results.jsonl")
                + ", line 2: repeats a run; every run counts once");
  }

  /** The same figures in files of their own. */
  private static RunResult second() {
    RunResult run = RunResultTest.run();
    return new RunResult(
        run.architecture(),
        run.concurrency(),
        run.duration(),
        run.warmup(),
        run.spawnRate(),
        run.figures(),
        run.start(),
        run.end(),
        SECOND.folder() + "/stats_stats.csv",
        SECOND.folder() + "/stats_stats_history.csv",
        run.resources(),
        run.efficiency(),
        run.additions());
  }

  @Test
  void writesAllResultsAsOneArray() throws IOException {
    ResultsFolder folder = folder();
    folder.add(FIRST, RunResultTest.run());
    folder.writeAllResults(folder.read());
    Files.delete(folder.path().resolve("results.jsonl"));

    assertThat(ResultsFolder.open(folder.path()).read().runs())
        .containsExactly(RunResultTest.run());
  }

  @Test
  void readsTheFoldersOfTheRunsWhereNothingElseIsLeft() throws IOException {
    ResultsFolder folder = folder();
    folder.add(FIRST, RunResultTest.run());
    Files.delete(folder.path().resolve("results.jsonl"));

    assertThat(ResultsFolder.open(folder.path()).read().runs())
        .containsExactly(RunResultTest.run());
  }

  @Test
  void ignoresATornLastLineWithAWarningAndMendsItWhenItGoesOn() throws IOException {
    ResultsFolder folder = folder();
    folder.add(FIRST, RunResultTest.run());
    Path lines = folder.path().resolve("results.jsonl");
    Files.writeString(lines, "{\"arch\": \"micro", StandardOpenOption.APPEND);

    RecordedRuns torn = folder.read();
    folder.add(SECOND, second());

    assertThat(torn.runs()).hasSize(1);
    assertThat(torn.warnings())
        .containsExactly(lines + ", line 2: ignored, its writer was interrupted in it");
    assertThat(folder.read().runs()).hasSize(2);
    assertThat(folder.read().warnings()).isEmpty();
  }

  @Test
  void readsAndKeepsALastLineThatOnlyLacksItsEnd() throws IOException {
    ResultsFolder folder = folder();
    Path lines = folder.path().resolve("results.jsonl");
    Files.writeString(lines, "{\"arch\": \"monolith\", \"concurrency\": 1}");

    folder.add(FIRST, RunResultTest.run());

    assertThat(folder.read().runs()).hasSize(2);
  }

  @Test
  void survivesALineTornWithinACharacter() throws IOException {
    ResultsFolder folder = folder();
    byte[] torn = Arrays.copyOf("{\"arch\": \"モ".getBytes(UTF_8), 11);
    Files.write(folder.path().resolve("results.jsonl"), torn);

    assertThat(folder.read().runs()).isEmpty();
    assertThat(folder.read().warnings()).hasSize(1);
  }

  @Test
  void namesTheBadTime() throws IOException {
    Path lines = parent.resolve("results.jsonl");
    Files.writeString(lines, "{\"arch\": \"m\", \"concurrency\": 1, \"end_ts\": \"noon\"}\n");

    assertThatThrownBy(() -> ResultsFolder.open(parent).read())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("noon");
  }

  @Test
  void namesFileAndLineOfBadJson() throws IOException {
    Path lines = parent.resolve("results.jsonl");
    Files.writeString(lines, "{\"arch\": \"monolith\", \"concurrency\": 1}\n{oops}\n");

    assertThatThrownBy(() -> ResultsFolder.open(parent).read())
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(lines + ", line 2: Unexpected character")
        .hasMessageNotContaining("\n");
  }

  @Test
  void saysWhatAFolderLacksThatHoldsNoResults() {
    assertThatThrownBy(() -> ResultsFolder.open(parent))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            parent
                + ": not a results folder; it has no results.jsonl, no all_results.json and no"
                + " run_*/results.json");
  }

  @Test
  void saysThatThereIsNoSuchFolder() {
    assertThatThrownBy(() -> ResultsFolder.open(parent.resolve("absent")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("absent: no such folder");
  }

  @Test
  void knowsWhichPlannedRunsAreMissing() {
    ResultsFolder folder = folder();
    folder.add(FIRST, RunResultTest.run());
    folder.add(FailedRun.of(SECOND, "port 8000 is taken", Instant.EPOCH));

    RecordedRuns recorded = folder.read();

    assertThat(recorded.missing(List.of(FIRST, SECOND))).containsExactly(SECOND);
    assertThat(recorded.failures())
        .extracting(FailedRun::folder, FailedRun::reason)
        .containsExactly(tuple("run_001_microservices_c10", "port 8000 is taken"));
  }

  @Test
  void forgetsAFailureOnceTheRunHasAResult() {
    ResultsFolder folder = folder();
    folder.add(FailedRun.of(FIRST, "port 9000 is taken", Instant.EPOCH));
    folder.add(FIRST, RunResultTest.run());

    assertThat(folder.read().failures()).isEmpty();
  }

  @Test
  void keepsTheConfigurationInSnakeCase() {
    record Config(Duration sampleInterval, List<Integer> concurrencyLevels) {}
    ResultsFolder folder = folder();

    folder.writeConfig(new Config(Duration.ofSeconds(1), List.of(10, 25)));

    assertThat(folder.read().config().toString())
        .isEqualTo("{\"sample_interval\":1,\"concurrency_levels\":[10,25]}");
  }

  @Test
  void aFolderNameHasNoCharacterThatCouldLeaveIt() {
    assertThat(new RunName(7, "../my arch", 5).folder()).isEqualTo("run_007_.._my_arch_c5");
    assertThat(new RunName(12, "モノリス", 5).folder()).isEqualTo("run_012_モノリス_c5");
  }

  @Test
  void readsTheReferenceDataAsItIs() {
    RecordedRuns recorded = ResultsFolder.open(ReferenceData.folder()).read();

    assertThat(recorded.runs()).hasSize(10);
    assertThat(recorded.config().path("total_runs").asInt()).isEqualTo(10);
    assertThat(recorded.warnings()).isEmpty();
    RunResult last = recorded.runs().getLast();
    assertThat(last.figures().latency().p95()).isEqualTo(64.0);
    assertThat(last.resources().containers()).hasSize(6);
    Resources.Totals published = last.resources().totals();
    assertThat(Resources.of(last.resources().containers()).totals().avgCpuPercent())
        .isCloseTo(published.avgCpuPercent(), withPercentage(1e-9));
    assertThat(Efficiency.of(last.figures().throughput(), published)).isEqualTo(last.efficiency());
    assertThat(recorded.missing(List.of(FIRST, new RunName(10, "monolith", 400))))
        .containsExactly(new RunName(10, "monolith", 400));
  }

  @Test
  void readsReferenceRunsFromTheirFoldersToo(@TempDir Path copy) throws IOException {
    Path reference = ReferenceData.folder();
    List<RunResult> expected = ResultsFolder.open(reference).read().runs();
    for (RunResult run : expected) {
      String name = RunName.folderOf(run).orElseThrow();
      Files.createDirectory(copy.resolve(name));
      Files.copy(
          reference.resolve(name).resolve("results.json"),
          copy.resolve(name).resolve("results.json"));
    }

    assertThat(ResultsFolder.open(copy).read().runs()).isEqualTo(expected);
  }

  private ResultsFolder folder() {
    return ResultsFolder.create(parent, "sweep", NOW);
  }
}
