package tasktracker.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.results.ResultsFolder;

class SweepFindingsTest {
  @TempDir Path parent;

  @Test
  void toleratesInAnOlderFolderTheDifferencesOfWorkThatAreToleratedByDefault() {
    ResultsFolder folder = new SampleSweep(parent).run("monolith", 10, 20).folder();
    folder.writeAnalysis(
        Map.of(
            "settings",
            Map.of(
                "confidence", 0.9,
                "equivalence", 0.05,
                "error_rate_margin", 0.1,
                "resamples", 100,
                "seed", 1)));

    AnalysisSettings settings = SweepFindings.of(folder).analysis().settings();

    assertThat(settings.confidence()).isEqualTo(0.9);
    assertThat(settings.workTolerance()).isEqualTo(AnalysisSettings.DEFAULTS.workTolerance());
  }
}
