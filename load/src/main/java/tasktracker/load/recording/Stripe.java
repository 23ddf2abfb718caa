package tasktracker.load.recording;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A share of the counting, so that users on different processors do not wait for each other. The
 * latest seconds are open: a request is counted in the second in which it ended, although it is
 * told, or the second is collected, a moment later.
 */
final class Stripe {
  /** Number of open seconds, a power of two. */
  static final int OPEN_SECONDS = 4;

  private final ReentrantLock lock = new ReentrantLock();
  private final StripeSecond[] open = new StripeSecond[OPEN_SECONDS];
  private StripeSecond spare;
  private long oldest;

  Stripe(boolean scheduled) {
    Arrays.setAll(open, _ -> new StripeSecond(scheduled));
    spare = new StripeSecond(scheduled);
  }

  boolean tryLock() {
    return lock.tryLock();
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** Where to count requests of a second, or of the closest that is open; with the lock held. */
  EndpointTally tally(long second, Endpoint endpoint) {
    long within = Math.clamp(second, oldest, oldest + OPEN_SECONDS - 1);
    return open[slot(within)].tally(endpoint);
  }

  /**
   * Closes the oldest open second and hands out what it counted, for the one collecting thread,
   * which drains it before the next call.
   */
  StripeSecond closeOldest() {
    lock.lock();
    try {
      int slot = slot(oldest);
      StripeSecond closed = open[slot];
      open[slot] = spare;
      spare = closed;
      oldest++;
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private static int slot(long second) {
    return (int) (second & (OPEN_SECONDS - 1));
  }
}
