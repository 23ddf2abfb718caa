package tasktracker.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * A task at fixed intervals, or at once where it was due while the one before went on. Each user
 * begins at a moment of its own within the first interval, so that not all of them come together.
 * What was due in the measurement and could not begin in it counts as dropped.
 */
final class Pacing implements Rhythm {
  private final long interval;
  private final RandomGenerator random;
  private final RunLog log;
  private long due;
  private boolean begun;

  Pacing(Duration interval, RandomGenerator random, RunLog log) {
    this.interval = interval.toNanos();
    this.random = random;
    this.log = log;
  }

  @Override
  public boolean awaitNext(UserLog requests) {
    due = begun ? due + interval : System.nanoTime() + random.nextLong(interval);
    begun = true;
    long now = System.nanoTime();
    while (now - due < 0 && !log.isOver(now)) {
      LockSupport.parkNanos(due - now);
      now = System.nanoTime();
    }
    if (log.isOver(now)) {
      dropTheRest();
      return false;
    }
    requests.due(due);
    return true;
  }

  private void dropTheRest() {
    while (!log.isOver(due)) {
      log.dropped(due);
      due += interval;
    }
  }
}
