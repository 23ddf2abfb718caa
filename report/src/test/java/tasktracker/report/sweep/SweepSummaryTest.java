package tasktracker.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepSummaryTest {

  @TempDir Path parent;

  @Test
  void holdsTheVerdictATableAndTheCommand() {
    SampleSweep sweep = new SampleSweep(parent).run("monolith", 10, 20).run("b|c", 10, 30);
    sweep.folder().writeConfig(Map.of("arguments", List.of("sweep", "--arch", "monolith,b|c")));

    String summary = SweepSummary.of(SweepFindings.of(sweep.folder()));

    assertThat(summary)
        .startsWith(
            "## Monolith and b\\|c, 10 users\n\n**One run each and no interval: sizes, not findings**\n")
        .contains("| b\\|c / monolith | 10 users |", "| p95 latency | × 1.50 ? unsure |")
        .contains("| Metric | Users | monolith | b\\|c | Ratio or difference | Word |")
        .contains("| p95 latency (ms) | 10 | 20.0 | 30.0 | × 1.50 | undecided |")
        .endsWith("```sh\n./tasktracker sweep --arch 'monolith,b|c'\n```\n");
  }

  @Test
  void namesInvalidRuns() {
    SampleSweep sweep =
        new SampleSweep(parent)
            .run("monolith", 10, 20)
            .invalidRun("monolith", 10, 900, "<b>too slow</b>");

    assertThat(SweepSummary.of(SweepFindings.of(sweep.folder())))
        .contains("- run\\_001\\_monolith\\_c10: \\<b\\>too slow\\</b\\>");
  }

  @Test
  void everyRowHasACellForEachHeading() {
    SampleSweep sweep = new SampleSweep(parent).run("monolith", 10, 20).run("monolith", 50, 30);

    List<String> rows =
        SweepSummary.of(SweepFindings.of(sweep.folder()))
            .lines()
            .filter(l -> l.startsWith("|"))
            .toList();

    assertThat(rows).hasSizeGreaterThan(3);
    assertThat(rows).allSatisfy(row -> assertThat(row.split(" \\| ")).hasSize(4));
  }
}
