package tasktracker.analysis.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import tasktracker.analysis.estimate.Interval;

/** The word on the candidate beside the baseline, for one metric at one level. */
public enum Verdict {
  /** Better by more than the margin, and chance is ruled out. */
  BETTER,
  /** Worse by more than the margin, and chance is ruled out. */
  WORSE,
  /** The whole interval is within the equivalence margin. */
  EQUIVALENT,
  /** The interval allows more than one of these, or there is none. */
  UNDECIDED,
  /** The two did different work: see {@link UnequalWork}. */
  NOT_COMPARABLE;

  /**
   * The word on an effect.
   *
   * <p>Across repetitions: equivalent when the whole interval is within the margin (the two
   * one-sided tests of D. J. Schuirmann, 1987); better or worse when the estimate is beyond the
   * margin and the whole interval on its side of equality. Of one run each it is assumed how much
   * runs differ: a winner is named only where the whole interval is beyond the margin, and
   * equivalence never; of error rates, for which no such assumption was measured, nothing.
   */
  public static Verdict of(ComparedMetric metric, Effect effect, Margin margin) {
    if (effect == null || effect.estimate().interval() == null) {
      return UNDECIDED;
    }
    Interval interval = effect.estimate().interval();
    double same = effect.scale().same();
    return switch (interval.basis()) {
      case ACROSS_REPETITIONS -> {
        if (interval.isWithin(margin.low(), margin.high())) {
          yield EQUIVALENT;
        }
        yield margin.contains(effect.estimate().value())
            ? UNDECIDED
            : beyond(metric, interval, same, same);
      }
      case WITHIN_RUN ->
          effect.scale() == Effect.Scale.DIFFERENCE
              ? UNDECIDED
              : beyond(metric, interval, margin.low(), margin.high());
      case ACROSS_LEVELS, NONE -> UNDECIDED;
    };
  }

  private static Verdict beyond(ComparedMetric metric, Interval interval, double low, double high) {
    if (interval.low() > high) {
      return metric.higherIsBetter() ? BETTER : WORSE;
    }
    if (interval.high() < low) {
      return metric.higherIsBetter() ? WORSE : BETTER;
    }
    return UNDECIDED;
  }

  /**
   * What is left of the word beside fresh pairs of runs: nothing where their estimate is on the
   * other side of equality, or beyond the margin of what was equivalent. More must not be asked of
   * them, or those that happen to lie far apart would be chosen again.
   *
   * @param fresh the effect of the fresh pairs
   * @param deciding the effect that the word came from
   */
  Verdict confirmedBy(Effect fresh, Effect deciding, Margin margin) {
    double value = fresh.estimate().value();
    return switch (this) {
      case BETTER, WORSE -> side(fresh) != 0 && side(fresh) == side(deciding) ? this : UNDECIDED;
      case EQUIVALENT -> margin.contains(value) ? this : UNDECIDED;
      case UNDECIDED, NOT_COMPARABLE -> this;
    };
  }

  private static double side(Effect effect) {
    return Math.signum(effect.estimate().value() - effect.scale().same());
  }

  /** Whether it names a winner. */
  public boolean hasWinner() {
    return this == BETTER || this == WORSE;
  }

  /** The name as files spell it. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
