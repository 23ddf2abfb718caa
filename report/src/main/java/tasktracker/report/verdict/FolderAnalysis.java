package tasktracker.report.verdict;

import java.nio.file.Path;
import tasktracker.analysis.SweepAnalyst;
import tasktracker.analysis.estimate.RepeatedLooks;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.error.UsageException;
import tasktracker.results.RecordedRuns;

/** The analysis of a results folder of any age: of this lab or another, finished or not. */
public final class FolderAnalysis {
  private FolderAnalysis() {}

  /** Repetitions of every level before an adaptive plan looks at any. */
  public static final int REPETITIONS_BEFORE_A_LOOK = 3;

  private static final int USUAL_MOST = 10;

  /** The confidence at which a plan of at most so many repetitions is looked at after each. */
  public static double confidenceOfLooks(int repeats) {
    return new RepeatedLooks(Math.max(1, repeats - REPETITIONS_BEFORE_A_LOOK + 1)).confidence();
  }

  /**
   * Analyses what was read of a folder, and files of its runs; nothing is written.
   *
   * @throws UsageException if no run has ended, or a file holds what it should not
   */
  public static SweepAnalysis of(Path folder, RecordedRuns recorded, AnalysisSettings settings) {
    if (recorded.runs().isEmpty()) {
      throw new UsageException(
          folder + ": nothing to analyse, no run has ended yet; let one finish first");
    }
    AnalysisSettings used = settings.withConfidence(confidence(recorded, settings));
    return SweepAnalyst.analyse(new SweepReading(folder, recorded, used).sweep(), used);
  }

  /** What was stopped by its results is analysed as it was looked at: the end is one more look. */
  private static double confidence(RecordedRuns recorded, AnalysisSettings settings) {
    var config = recorded.config();
    return config.path("until_sure").asBoolean(false)
        ? Math.max(
            settings.confidence(), confidenceOfLooks(config.path("repeats").asInt(USUAL_MOST)))
        : settings.confidence();
  }
}
