package tasktracker.analysis.verdict;

import tasktracker.analysis.estimate.Estimate;

/**
 * One metric of two architectures at one level.
 *
 * @param concurrency virtual users
 * @param metric what is compared
 * @param repetitions pairs of runs that figures and effect rest on
 * @param looks how often these pairs were looked at before they ended the repetitions; 1 where
 *     nothing depended on them
 * @param baseline the baseline's figure; null where it has none
 * @param candidate the candidate's figure; null where it has none
 * @param effect candidate relative to baseline; null where it cannot be computed
 * @param verdict the word
 * @param moreRepetitions about how many more repetitions an undecided comparison needs; null where
 *     it is decided or nothing can be said
 * @param adjustedP p-value of "no difference", adjusted for looking, then by Holm within the family
 *     of the headline metrics over all levels (another metric: by Bonferroni among all metrics),
 *     and for the number of candidates; null where there is none
 * @param deciding the pairs that decided, where figures and effect are those of fresh pairs; else
 *     null
 */
public record LevelComparison(
    int concurrency,
    ComparedMetric metric,
    int repetitions,
    int looks,
    Estimate baseline,
    Estimate candidate,
    Effect effect,
    Verdict verdict,
    Integer moreRepetitions,
    Double adjustedP,
    DecidingPairs deciding) {
  /** In files that do not say it nothing was looked at before its end. */
  public LevelComparison {
    looks = Math.max(1, looks);
  }

  /** The same figures of systems that did different work. */
  public LevelComparison ofDifferentWork() {
    return new LevelComparison(
        concurrency,
        metric,
        repetitions,
        looks,
        baseline,
        candidate,
        null,
        Verdict.NOT_COMPARABLE,
        null,
        null,
        null);
  }

  /** The same with its adjusted p-value. */
  public LevelComparison withAdjustedP(double p) {
    return new LevelComparison(
        concurrency,
        metric,
        repetitions,
        looks,
        baseline,
        candidate,
        effect,
        verdict,
        moreRepetitions,
        p,
        deciding);
  }

  /**
   * The same word with the figures and the effect of fresh pairs alone. Where these contradict it,
   * nothing is decided.
   */
  public LevelComparison confirmedBy(LevelComparison fresh, Margin margin) {
    return new LevelComparison(
        concurrency,
        metric,
        fresh.repetitions,
        1,
        fresh.baseline,
        fresh.candidate,
        fresh.effect,
        verdict.confirmedBy(fresh.effect, effect, margin),
        null,
        adjustedP,
        new DecidingPairs(repetitions, looks, effect));
  }

  /**
   * Whether sentences, marks and crossovers may rest on it: a winner that survives the adjustment
   * for the number of comparisons. Files of before the adjustment are taken by their word.
   */
  public boolean isClaim(AnalysisSettings settings) {
    return verdict.hasWinner() && isSure(settings);
  }

  /** Whether chance is ruled out also among so many comparisons; likewise. */
  boolean isSure(AnalysisSettings settings) {
    return adjustedP == null || adjustedP <= 1 - settings.confidence();
  }

  /** Whether it says that no request failed on either side. */
  public boolean nothingFailed() {
    return metric == ComparedMetric.ERROR_RATE
        && isZero(baseline)
        && isZero(candidate)
        && (deciding == null || isZero(deciding.effect().estimate()));
  }

  private static boolean isZero(Estimate figure) {
    return figure != null && figure.value() == 0;
  }
}
