package tasktracker.load;

import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import tasktracker.load.watch.Sleep;

/**
 * Wakes users when their pauses end. The timers of the JDK wake virtual threads from outside, and
 * what comes from outside is looked at when nobody inside is ready to run: thousands of users who
 * think equally long then send in step, all of them before anyone reads a response. Here whoever
 * ends a request wakes one who is due, so that no more work begins than ends, and a keeper wakes a
 * few at a time when all are asleep. Thread-safe.
 */
final class WakeUpCalls implements Sleep, AutoCloseable {

  /** Users that the keeper wakes at once, and how long it then lets them and others run. */
  private static final int AT_ONCE = 16;

  private static final long BREATH_NANOS = 50_000;

  private record Call(long due, Thread sleeper) implements Comparable<Call> {
    @Override
    public int compareTo(Call other) {
      return Long.signum(due - other.due);
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Call> calls = new PriorityQueue<>();
  private final Thread keeper = Thread.ofVirtual().name("wake-up-calls").unstarted(this::keep);
  private volatile long earliest = System.nanoTime() + NanoClock.FAR_FUTURE_NANOS;
  private volatile boolean closed;

  private WakeUpCalls() {}

  /** Calls whose keeper is at work until they are closed. */
  static WakeUpCalls start() {
    WakeUpCalls started = new WakeUpCalls();
    started.keeper.start();
    return started;
  }

  @Override
  public void until(long nanos, BooleanSupplier over) {
    if (System.nanoTime() - nanos >= 0 || over.getAsBoolean()) {
      return;
    }
    order(new Call(nanos, Thread.currentThread()));
    while (System.nanoTime() - nanos < 0 && !over.getAsBoolean()) {
      LockSupport.park(this);
    }
  }

  /** Wakes one who is due. Costs next to nothing where nobody is. */
  void passOn(long now) {
    if (now - earliest >= 0) {
      wake(1, now);
    }
  }

  /** Lets the keeper go. Who sleeps must be unparked by somebody else. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(keeper);
  }

  private void order(Call call) {
    boolean isEarliest;
    lock.lock();
    try {
      calls.add(call);
      isEarliest = call.due() - earliest < 0;
      if (isEarliest) {
        earliest = call.due();
      }
    } finally {
      lock.unlock();
    }
    if (isEarliest) {
      LockSupport.unpark(keeper);
    }
  }

  private void keep() {
    while (!closed) {
      long now = System.nanoTime();
      wake(AT_ONCE, now);
      LockSupport.parkNanos(this, Math.max(BREATH_NANOS, earliest - now));
    }
  }

  private void wake(int atMost, long now) {
    lock.lock();
    try {
      Call next = calls.peek();
      for (int woken = 0; woken < atMost && next != null && now - next.due() >= 0; woken++) {
        calls.remove();
        LockSupport.unpark(next.sleeper());
        next = calls.peek();
      }
      earliest = next == null ? now + NanoClock.FAR_FUTURE_NANOS : next.due();
    } finally {
      lock.unlock();
    }
  }
}
