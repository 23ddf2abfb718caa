package tasktracker.load;

import java.util.concurrent.locks.LockSupport;
import tasktracker.load.model.ThinkTime;

/** A task, a pause, a task. */
final class Thinking implements Rhythm {
  private final ThinkTime usual;
  private final PreparedUser user;
  private final RunLog log;
  private boolean begun;

  Thinking(ThinkTime usual, PreparedUser user, RunLog log) {
    this.usual = usual;
    this.user = user;
    this.log = log;
  }

  @Override
  public boolean awaitNext(UserLog requests) {
    if (begun) {
      think();
    }
    begun = true;
    return !log.isOver(System.nanoTime());
  }

  /** Parked, so that the end of the run can wake the user without touching its connection. */
  private void think() {
    ThinkTime thinkTime = user.behaviour().thinkTime().orElse(usual);
    long pause = thinkTime.next(user.random()).toNanos();
    if (pause <= 0) {
      return;
    }
    long begin = System.nanoTime();
    long wake = begin + pause;
    long now = begin;
    while (now - wake < 0 && !log.isOver(now)) {
      LockSupport.parkNanos(wake - now);
      now = System.nanoTime();
    }
    log.thought(begin, wake);
  }
}
