package tasktracker.service.upstream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When a connection has waited too long. The thread that waits starts and stops it, the {@link
 * Sweeper} lets it expire. This costs nothing per request beside a socket timeout, which sets up a
 * timer for every read of a virtual thread.
 */
final class AnswerDeadline {

  private static final long NONE = 0;
  private static final long EXPIRED = 1;

  private final long timeoutNanos;
  private final AtomicLong state = new AtomicLong(NONE);

  AnswerDeadline(Duration timeout) {
    timeoutNanos = timeout.toNanos();
  }

  void start() {
    state.set((System.nanoTime() + timeoutNanos) | 2);
  }

  /** Returns false if it expired in the meantime. */
  boolean stop() {
    long current = state.get();
    return current != EXPIRED && state.compareAndSet(current, NONE);
  }

  /** Expires if the time is over; returns true to exactly one caller. */
  boolean expire(long now) {
    long current = state.get();
    return current != NONE
        && current != EXPIRED
        && now - current > 0
        && state.compareAndSet(current, EXPIRED);
  }

  boolean isExpired() {
    return state.get() == EXPIRED;
  }
}
