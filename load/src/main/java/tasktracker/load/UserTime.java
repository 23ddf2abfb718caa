package tasktracker.load;

import java.util.concurrent.atomic.LongAdder;

/**
 * How much of the measured span all users together spent waiting for answers, and thinking as long
 * as they meant to. What overlaps an end of the span counts as far as it lies within. Thread-safe.
 */
final class UserTime {
  private final long startNanos;
  private final long endNanos;
  private final LongAdder nanos = new LongAdder();

  UserTime(long startNanos, long endNanos) {
    this.startNanos = startNanos;
    this.endNanos = endNanos;
  }

  /**
   * Adds what one user did from one moment to another. Without a branch, so that nothing has to be
   * compiled anew when the span begins.
   */
  void add(long fromNanos, long toNanos) {
    long begin = Math.max(0, fromNanos - startNanos);
    long end = Math.min(endNanos - startNanos, toNanos - startNanos);
    nanos.add(Math.max(0, end - begin));
  }

  long sum() {
    return nanos.sum();
  }
}
