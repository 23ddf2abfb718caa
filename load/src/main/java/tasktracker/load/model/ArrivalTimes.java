package tasktracker.load.model;

import java.util.random.RandomGenerator;
import tasktracker.load.model.Arrivals.Spacing;

/** The times of one course of arrivals, one after the other. For one thread. */
public final class ArrivalTimes {
  /** There are no more arrivals. */
  public static final long NEVER = Long.MAX_VALUE;

  private final Arrivals arrivals;
  private final RandomGenerator random;
  private double expected;

  ArrivalTimes(Arrivals arrivals, RandomGenerator random) {
    this.arrivals = arrivals;
    this.random = random;
    this.expected = arrivals.spacing() == Spacing.POISSON ? random.nextExponential() : 0;
  }

  /** Nanoseconds from the begin to the next arrival, or {@link #NEVER}. */
  public long next() {
    double seconds = arrivals.secondsUntil(expected);
    expected += arrivals.spacing() == Spacing.POISSON ? random.nextExponential() : 1;
    return seconds < NEVER / 1e9 ? Math.round(seconds * 1e9) : NEVER;
  }
}
