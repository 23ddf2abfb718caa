package tasktracker.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Overview;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.results.ReferenceData;
import tasktracker.results.ResultsFolder;

/** What {@code docs/cases/original-sweep.md} says is what the analysis says. */
class PublishedCaseTest {
  @Test
  void theFirstDescriptionOfThisSystemHasSizesAndNoFindings() {
    Path folder = ReferenceData.folder();

    SweepAnalysis analysis =
        FolderAnalysis.of(folder, ResultsFolder.open(folder).read(), AnalysisSettings.DEFAULTS);
    Overview overview = Overview.of(analysis);

    assertThat(overview.headlines())
        .containsExactly("One run each and no interval: sizes, not findings");
    assertThat(overview.matrices().getFirst().texts())
        .contains(
            List.of(
                "p95 latency",
                "× 1.59 ? unsure",
                "× 1.85 ? unsure",
                "× 1.95 ? unsure",
                "× 2.20 ? unsure",
                "× 3.76 ? unsure"));
    assertThat(analysis.warnings()).hasSize(6);
  }
}
