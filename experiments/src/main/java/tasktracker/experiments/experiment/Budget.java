package tasktracker.experiments.experiment;

import java.time.Duration;

/** How much time an experiment may still take, judged by its longest run so far. */
final class Budget {
  private final Duration limit;
  private final long start = System.nanoTime();
  private Duration longest = Duration.ZERO;

  /** A budget that runs from now; null for no limit. */
  Budget(Duration limit) {
    this.limit = limit;
  }

  /** Keeps how long a run took, its deployment included. */
  void took(Duration run) {
    longest = run.compareTo(longest) > 0 ? run : longest;
  }

  /** Whether there is time for so many more runs. */
  boolean allows(int runs) {
    Duration spent = Duration.ofNanos(System.nanoTime() - start);
    return limit == null || spent.plus(longest.multipliedBy(runs)).compareTo(limit) <= 0;
  }
}
