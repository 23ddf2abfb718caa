package tasktracker.report.sweep;

import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Verdict;
import tasktracker.analysis.verdict.Wording;

/**
 * The word on a comparison as tables and tiles bear it, never more than the sentences claim.
 *
 * @param verdict the word on this comparison by itself
 * @param adjusted whether a winner survives the adjustment for the number of comparisons
 * @param more about how many more repetitions it needs, or {@code null}
 */
record Word(Verdict verdict, boolean adjusted, Integer more) {

  static Word on(LevelComparison level, AnalysisSettings settings) {
    return new Word(level.verdict(), level.isClaim(settings), level.moreRepetitions());
  }

  /** Whether it names a winner. */
  boolean isClaim() {
    return verdict.hasWinner() && adjusted;
  }

  @Override
  public String toString() {
    if (verdict.hasWinner() && !adjusted) {
      return verdict + " by itself, not sure enough among so many comparisons";
    }
    return more == null
        ? verdict.toString().replace('_', ' ')
        : verdict + ": " + Wording.repetitionsNeeded(more, more);
  }
}
