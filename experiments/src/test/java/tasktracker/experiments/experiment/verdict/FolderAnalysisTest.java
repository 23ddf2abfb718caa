package tasktracker.experiments.experiment.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.experiments.ReferenceData;
import tasktracker.experiments.analysis.verdict.AnalysisSettings;
import tasktracker.experiments.analysis.verdict.SweepAnalysis;
import tasktracker.experiments.result.ResultsFolder;

class FolderAnalysisTest {
  @TempDir private Path temporary;

  @Test
  void readsTheSweepOfTheOriginal() {
    SweepAnalysis analysis =
        FolderAnalysis.of(ResultsFolder.open(ReferenceData.folder()), AnalysisSettings.DEFAULTS);
    ResultsFolder copy =
        ResultsFolder.create(temporary, "sweep", LocalDateTime.of(2026, 1, 17, 21, 7));
    copy.writeAnalysis(analysis);
    assertThat(copy.analysis(SweepAnalysis.class)).isEqualTo(analysis);
  }
}
