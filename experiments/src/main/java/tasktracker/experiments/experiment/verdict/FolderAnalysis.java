package tasktracker.experiments.experiment.verdict;

import tasktracker.experiments.UsageException;
import tasktracker.experiments.analysis.SweepAnalyst;
import tasktracker.experiments.analysis.verdict.AnalysisSettings;
import tasktracker.experiments.analysis.verdict.SweepAnalysis;
import tasktracker.experiments.result.RecordedRuns;
import tasktracker.experiments.result.ResultsFolder;

/** The analysis of a results folder of any age: of this lab or another, finished or not. */
public final class FolderAnalysis {
  private FolderAnalysis() {}

  /**
   * Reads a folder and analyses it; nothing is written.
   *
   * @throws UsageException if no run has ended, or a file holds what it should not
   */
  public static SweepAnalysis of(ResultsFolder folder, AnalysisSettings settings) {
    RecordedRuns recorded = folder.read();
    if (recorded.runs().isEmpty()) {
      throw new UsageException(
          folder.path() + ": nothing to analyse, no run has ended yet; let one finish first");
    }
    return SweepAnalyst.analyse(
        new SweepReading(folder.path(), recorded, settings).sweep(), settings);
  }
}
