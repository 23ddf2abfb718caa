package tasktracker.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Lets the thread that runs a load test wait, and beat once a second while it does. The thread that
 * makes it is the one that waits; {@link #wake}, {@link #stop} and {@link #fail} are for any
 * thread.
 */
final class Heartbeat {
  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

  private final Thread thread = Thread.currentThread();
  private final Runnable beat;
  private long next = System.nanoTime() + SECOND_NANOS;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private volatile boolean stopped;

  Heartbeat(Runnable beat) {
    this.beat = beat;
  }

  /** Puts the next beat a second after the given moment. */
  void align(long nanos) {
    next = nanos + SECOND_NANOS;
  }

  void until(long nanos) throws InterruptedException {
    until(nanos, () -> false);
  }

  /** Waits for a condition, which is looked at after every {@link #wake}, or until stopped. */
  void await(BooleanSupplier condition) throws InterruptedException {
    until(System.nanoTime() + NanoClock.FAR_FUTURE_NANOS, condition);
  }

  /** Waits for a moment or a condition, whichever comes first, or until stopped. */
  void until(long nanos, BooleanSupplier condition) throws InterruptedException {
    long now = System.nanoTime();
    while (now - nanos < 0 && !stopped && !condition.getAsBoolean()) {
      if (now - next >= 0) {
        next += SECOND_NANOS;
        beat.run();
      } else {
        LockSupport.parkNanos(Math.min(nanos - now, next - now));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("the load test was interrupted");
      }
      if (failure.get() != null) {
        throw failure.get();
      }
      now = System.nanoTime();
    }
  }

  void wake() {
    LockSupport.unpark(thread);
  }

  /** Ends every wait, now and later. */
  void stop() {
    stopped = true;
    wake();
  }

  /** Lets the waiting thread throw this; the first failure counts, and none after a stop. */
  void fail(RuntimeException e) {
    if (!stopped) {
      failure.compareAndSet(null, e);
    }
    wake();
  }

  boolean isStopped() {
    return stopped;
  }
}
