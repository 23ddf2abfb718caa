package tasktracker.load;

import java.util.concurrent.locks.LockSupport;

/**
 * A task for each arrival. The dispatcher assigns an arrival to a user who waits among the idle
 * ones, or to one who is about to begin.
 */
final class ArrivalPacer implements Rhythm {
  private static final long NOTHING = Long.MIN_VALUE;

  private final IdleUsers idle;
  private Thread thread;
  private boolean begun;
  private volatile long assigned;

  ArrivalPacer(long dueNanos, IdleUsers idle) {
    this.assigned = dueNanos;
    this.idle = idle;
  }

  /** Gives an arrival to this user, who has just been taken from the idle ones. */
  void assign(long dueNanos) {
    Thread waiting = thread;
    assigned = dueNanos;
    LockSupport.unpark(waiting);
  }

  @Override
  public void begin(UserLog requests) {
    thread = Thread.currentThread();
    requests.due(assigned);
  }

  /** The first arrival is done by the task after the start, whose requests may have taken time. */
  @Override
  public boolean awaitNext(UserLog requests) {
    if (!begun) {
      begun = true;
      return true;
    }
    assigned = NOTHING;
    idle.add(this);
    while (assigned == NOTHING && !idle.areDismissed()) {
      LockSupport.park(this);
    }
    if (assigned == NOTHING) {
      return false;
    }
    requests.due(assigned);
    return true;
  }
}
