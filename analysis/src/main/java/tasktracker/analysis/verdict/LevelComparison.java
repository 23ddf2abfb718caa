package tasktracker.analysis.verdict;

import tasktracker.analysis.estimate.Estimate;

/**
 * One metric of two architectures at one level.
 *
 * @param concurrency virtual users
 * @param metric what is compared
 * @param repetitions pairs of runs that the comparison rests on
 * @param baseline the baseline's figure; null where it has none
 * @param candidate the candidate's figure; null where it has none
 * @param effect candidate relative to baseline; null where it cannot be computed
 * @param verdict the word
 * @param moreRepetitions about how many more repetitions an undecided comparison needs; null where
 *     it is decided or nothing can be said
 * @param adjustedP p-value of "no difference", adjusted by Holm within the family of the headline
 *     metrics over all levels; null outside of the family or without repetitions
 */
public record LevelComparison(
    int concurrency,
    ComparedMetric metric,
    int repetitions,
    Estimate baseline,
    Estimate candidate,
    Effect effect,
    Verdict verdict,
    Integer moreRepetitions,
    Double adjustedP) {

  /** The same figures of systems that did different work. */
  public LevelComparison ofDifferentWork() {
    return new LevelComparison(
        concurrency,
        metric,
        repetitions,
        baseline,
        candidate,
        null,
        Verdict.NOT_COMPARABLE,
        null,
        null);
  }

  /** The same with its adjusted p-value. */
  public LevelComparison withAdjustedP(double p) {
    return new LevelComparison(
        concurrency, metric, repetitions, baseline, candidate, effect, verdict, moreRepetitions, p);
  }

  /**
   * Whether sentences, marks and crossovers may rest on it: a winner that survives the adjustment
   * within the family, and outside of it one that its own interval names.
   */
  public boolean isClaim(AnalysisSettings settings) {
    return verdict.hasWinner() && (adjustedP == null || adjustedP <= 1 - settings.confidence());
  }
}
