package tasktracker.report.verdict;

import java.nio.file.Path;
import tasktracker.analysis.SweepAnalyst;
import tasktracker.analysis.estimate.RepeatedLooks;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.error.UsageException;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;
import tools.jackson.databind.JsonNode;

/** The analysis of a results folder of any age: of this lab or another, finished or not. */
public final class FolderAnalysis {
  private FolderAnalysis() {}

  /** Pairs of every level before an adaptive plan looks at any. */
  public static final int PAIRS_BEFORE_A_LOOK = 4;

  private static final int PAIRS_BEFORE_A_LOOK_ONCE = 3;
  private static final int USUAL_MOST = 10;

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
    requireUsers(folder, recorded);
    AnalysisSettings used = settings.withLooks(looks(recorded.config()));
    return SweepAnalyst.analyse(new SweepReading(folder, recorded, used).sweep(), used);
  }

  /**
   * Checks that the levels are numbers of users.
   *
   * @throws UsageException for a search for capacity
   */
  static void requireUsers(Path folder, RecordedRuns recorded) {
    UsageException.unless(
        !ResultsFolder.isCapacitySearch(recorded.config()),
        "%s: a capacity search, whose levels are arrival rates and not users: its answer is in capacity.json",
        folder);
  }

  /** What was stopped by its results is analysed as it was looked at; null where nothing was. */
  private static RepeatedLooks looks(JsonNode config) {
    if (!config.path("until_sure").asBoolean(false)) {
      return null;
    }
    // Folders that know of no confirmation were looked at sooner.
    int first = config.has("confirm") ? PAIRS_BEFORE_A_LOOK : PAIRS_BEFORE_A_LOOK_ONCE;
    return new RepeatedLooks(first, config.path("repeats").asInt(USUAL_MOST));
  }
}
