package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate passes only what it has seen. */
class GateTest {
  @TempDir private Path parent;
  private SmallFolder before;
  private SmallFolder after;

  @BeforeEach
  void createFolders() throws IOException {
    before = SmallFolder.of(parent.resolve("before"));
    after = SmallFolder.of(parent.resolve("after"));
  }

  @Test
  void passesWhatIsAsItWas() {
    Ran gate = gate();

    assertThat(gate.code()).isZero();
    assertThat(gate.out()).contains("No regression beyond the gate.");
  }

  @Test
  void namesALevelWhoseRunFailed() throws IOException {
    after.remove("run_005");
    Files.writeString(
        after.file("failures.jsonl"),
        """
        {"run": "run_005_microservices_c200", "arch": "microservices", "concurrency": 200,\
         "reason": "not healthy after 60 s", "failed_at": "2026-11-24T10:30:00Z"}
        """);

    assertRefused("B: run_005_microservices_c200 failed: not healthy after 60 s");
  }

  @Test
  void namesEveryLevelOfAnArchitectureThatIsMissing() throws IOException {
    after.remove("\"microservices\"");

    assertRefused(
        "B: microservices at 10 users was not measured",
        "B: microservices at 50 users was not measured",
        "B: microservices at 200 users was not measured");
  }

  @Test
  void namesAnInvalidRun() throws IOException {
    after.change(
        3,
        "\"resources\"",
        "\"validity\": \"INVALID\", \"validity_reasons\": [\"CPU of the generator\"], \"resources\"");

    assertRefused("B: run_002_monolith_c50 is INVALID: CPU of the generator");
  }

  @Test
  void namesAnInvalidRunOfTheBaseline() throws IOException {
    before.change(3, "\"resources\"", "\"validity\": \"INVALID\", \"resources\"");

    assertRefused("A: run_002_monolith_c50 is INVALID");
  }

  @Test
  void namesAMissingRepetition() throws IOException {
    String repetition = before.line(1).replace("run_000", "run_006");
    before.add(repetition);
    after.add(repetition).remove("run_006");

    assertRefused("B: monolith at 10 users has 1 of 2 runs");
  }

  @Test
  void takesFewerRepetitionsThatWereAskedFor() throws IOException {
    before.add(before.line(1).replace("run_000", "run_006"));
    Files.writeString(after.file("config.json"), "{\"repeats\": 1}");
    Files.writeString(before.file("config.json"), "{\"repeats\": 2}");

    assertThat(gate().code()).isZero();
  }

  @Test
  void namesEverythingWhereNothingIsLeft() throws IOException {
    for (int i = 1; i <= after.size(); i++) {
      after.change(i, "\"resources\"", "\"validity\": \"INVALID\", \"resources\"");
    }

    assertRefused("B: run_000_monolith_c10 is INVALID", "B: run_005_microservices_c200 is INVALID");
  }

  @Test
  void namesAFigureThatHasNoRatioAnyMore() throws IOException {
    after.change(1, "\"throughput_rps\": 95.0", "\"throughput_rps\": 0.0");

    assertRefused("monolith at 10 users: throughput (0");
  }

  @Test
  void namesAMetricThatWasAskedForAndIsNowhere() {
    Ran gate =
        Ran.of("compare", before.path(), after.path(), "--max-regression", "5%", "--metric", "cpu");

    assertThat(gate.code()).isOne();
    assertThat(gate.out()).contains("there is no figure").doesNotContain("No regression");
  }

  @Test
  void anObjectiveThatJudgedNothingHasNotPassed() throws IOException {
    Path junit = parent.resolve("slo.xml");
    assertThat(judged(junit)).isZero();
    for (int i = 1; i <= after.size(); i++) {
      after.change(i, "\"resources\"", "\"validity\": \"INVALID\", \"resources\"");
    }

    assertThat(judged(junit)).isEqualTo(4);
  }

  private int judged(Path junit) {
    return Ran.of("analyze", after.path(), "--slo", "p95<1h", "--junit", junit).code();
  }

  @Test
  void comparesWithoutAGateAsBefore() throws IOException {
    after.remove("\"microservices\"");

    assertThat(Ran.of("compare", before.path(), after.path()).code()).isZero();
  }

  private Ran gate() {
    return Ran.of("compare", before.path(), after.path(), "--max-regression", "5%");
  }

  private void assertRefused(String... lines) {
    Ran gate = gate();
    assertThat(gate.code()).as(gate.err()).isOne();
    assertThat(gate.out()).contains(lines).doesNotContain("No regression beyond the gate.");
  }
}
