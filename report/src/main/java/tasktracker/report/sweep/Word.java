package tasktracker.report.sweep;

import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Wording;

/** The word on a comparison as tables bear it, never more than the sentences claim. */
final class Word {
  private Word() {}

  static String on(LevelComparison level, AnalysisSettings settings) {
    if (level.verdict().hasWinner() && !level.isClaim(settings)) {
      return level.verdict() + " by itself, not sure enough among so many comparisons";
    }
    Integer more = level.moreRepetitions();
    return more == null
        ? level.verdict().toString().replace('_', ' ')
        : level.verdict() + ": " + Wording.repetitionsNeeded(more, more);
  }
}
