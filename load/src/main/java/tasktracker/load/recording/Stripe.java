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
  private final Interval[] open = new Interval[OPEN_SECONDS];
  private Interval spare = new Interval();
  private long oldest;

  Stripe() {
    Arrays.setAll(open, _ -> new Interval());
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

  /** Counts a request in a second that is still open, by the holder of the lock. */
  void add(long second, Endpoint endpoint, long nanos, int contentSize, boolean failed) {
    long within = Math.clamp(second, oldest, oldest + OPEN_SECONDS - 1);
    open[slot(within)].add(endpoint, nanos, contentSize, failed);
  }

  /**
   * Closes the oldest open second and hands out what it counted, for the one collecting thread,
   * which drains it before the next call.
   */
  Interval closeOldest() {
    lock.lock();
    try {
      int slot = slot(oldest);
      Interval closed = open[slot];
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
