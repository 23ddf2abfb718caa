package tasktracker.load;

import tasktracker.load.model.ThinkTime;

/** A task, a pause, a task. */
final class Thinking implements Rhythm {
  private final ThinkTime usual;
  private final PreparedUser user;
  private final RunContext stage;
  private boolean begun;

  Thinking(ThinkTime usual, PreparedUser user, RunContext stage) {
    this.usual = usual;
    this.user = user;
    this.stage = stage;
  }

  @Override
  public boolean awaitNext(UserLog requests) {
    if (begun) {
      think();
    }
    begun = true;
    return !stage.log().isOver(System.nanoTime());
  }

  /** Parked, so that the end of the run can wake the user without touching its connection. */
  private void think() {
    ThinkTime thinkTime = user.behaviour().thinkTime().orElse(usual);
    long pause = thinkTime.next(user.random()).toNanos();
    if (pause <= 0) {
      return;
    }
    long begin = System.nanoTime();
    long end = begin + pause;
    stage.sleep(end);
    stage.log().thought(begin, end);
  }
}
