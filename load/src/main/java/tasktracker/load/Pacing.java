package tasktracker.load;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A task at fixed intervals, or at once where it was due while the one before went on. Each user
 * begins at a moment of its own within the first interval, so that not all of them come together.
 * What was due in the measurement and could not begin in it counts as dropped.
 */
final class Pacing implements Rhythm {
  private final long interval;
  private final RandomGenerator random;
  private final RunContext stage;
  private long due;
  private boolean begun;

  Pacing(Duration interval, RandomGenerator random, RunContext stage) {
    this.interval = interval.toNanos();
    this.random = random;
    this.stage = stage;
  }

  @Override
  public boolean awaitNext(UserLog requests) {
    due = begun ? due + interval : System.nanoTime() + random.nextLong(interval);
    begun = true;
    stage.sleep(due);
    if (stage.log().isOver(System.nanoTime())) {
      dropTheRest();
      return false;
    }
    requests.due(due);
    return true;
  }

  /** The task that was cut short had begun; those after it can no longer. */
  @Override
  public void cutShort() {
    due += interval;
    dropTheRest();
  }

  private void dropTheRest() {
    while (!stage.log().isOver(due)) {
      stage.log().dropped(due);
      due += interval;
    }
  }
}
