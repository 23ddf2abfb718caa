package tasktracker.experiments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import tasktracker.analysis.estimate.RepeatedLooks;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.report.verdict.FolderAnalysis;

/**
 * How much a sweep measures.
 *
 * @param repeats repetitions of each level; where the plan is adaptive the most of them that decide
 * @param untilSure whether repetitions are added only where the comparison is not yet sure
 * @param precision half the width of a ratio's interval that is narrow enough, such as 0.05
 * @param confirm repetitions of a level after it is decided, from which alone the sizes of effects
 *     come; 0 for none
 * @param budget how long an adaptive plan may take; null for no limit
 * @param crossoverPrecision width of the span that a crossover is located within, as a share of its
 *     load; null where no levels are added
 * @param warmupAuto whether the warm-up ends when the system is warm
 * @param warmupLimit longest warm-up of a system that is not seen to be warm; null in older files,
 *     whose warm-up was the limit itself
 */
public record MeasuringPlan(
    int repeats,
    boolean untilSure,
    double precision,
    int confirm,
    @JsonProperty("budget_seconds") Duration budget,
    Double crossoverPrecision,
    boolean warmupAuto,
    @JsonProperty("warmup_limit_seconds") Duration warmupLimit) {

  /** Repetitions of every level before an adaptive plan judges any. */
  public static final int FIRST_REPETITIONS = FolderAnalysis.PAIRS_BEFORE_A_LOOK;

  private static final double CONFIDENCE_OF_ADDED_LEVELS = 0.99;

  /** Each level once, in files that do not say more. */
  public MeasuringPlan {
    repeats = Math.max(1, repeats);
  }

  /** A fixed number of repetitions, and warm-ups of fixed length. */
  public static MeasuringPlan fixed(int repeats) {
    return new MeasuringPlan(repeats, false, 0.05, 0, null, null, false, null);
  }

  /** The same with warm-ups that end when the system is warm, at the latest after this time. */
  public MeasuringPlan warmingUpWithin(Duration limit) {
    return new MeasuringPlan(
        repeats, untilSure, precision, confirm, budget, crossoverPrecision, true, limit);
  }

  /** Repetitions of every level that are measured whatever they show. */
  public int fixedRepetitions() {
    return untilSure ? Math.min(repeats, FIRST_REPETITIONS) : repeats;
  }

  /** Whether the runs follow from the settings alone. */
  public boolean isFixed() {
    return !untilSure && crossoverPrecision == null;
  }

  /** Repetitions of every level that are measured at most. */
  public int mostRepetitions() {
    return repeats + confirm;
  }

  /** Repetitions of every level that are measured at least. */
  public int leastRepetitions() {
    return fixedRepetitions() + confirm;
  }

  /**
   * How the results so far are looked at between rounds. Levels that are added where the winner
   * changes are chosen by surer winners than are named in the end.
   */
  AnalysisSettings stoppingRule(long seed) {
    AnalysisSettings rule = AnalysisSettings.DEFAULTS.withSeed(seed);
    return untilSure
        ? rule.withLooks(new RepeatedLooks(FIRST_REPETITIONS, repeats))
        : rule.withConfidence(CONFIDENCE_OF_ADDED_LEVELS);
  }
}
