package tasktracker.load;

import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import tasktracker.load.http.HttpSession;
import tasktracker.load.http.Sessions;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.VirtualUser;

/** One running user of a closed model. */
final class SpawnedUser implements Runnable {
  private final VirtualUser behaviour;
  private final RandomGenerator random;
  private final ThinkTime thinkTime;
  private final Sessions sessions;
  private final RunLog log;
  private final Runnable onRunning;

  SpawnedUser(
      PreparedUser user, ThinkTime thinkTime, Sessions sessions, RunLog log, Runnable onRunning) {
    this.behaviour = user.behaviour();
    this.random = user.random();
    this.thinkTime = thinkTime;
    this.sessions = sessions;
    this.log = log;
    this.onRunning = onRunning;
  }

  @Override
  public void run() {
    try (HttpSession session = sessions.open(new UserLog(log))) {
      session.connect();
      attempt(() -> behaviour.onStart(session));
      onRunning.run();
      while (!log.isOver(System.nanoTime())) {
        attempt(() -> behaviour.tasks().next(random).run(session));
        think();
      }
    } catch (RunEnded e) {
      // The usual end of a user whose task has several requests.
    }
  }

  private void attempt(Runnable action) {
    try {
      action.run();
    } catch (RunEnded e) {
      throw e;
    } catch (Throwable e) {
      log.scenarioError(e);
    }
  }

  /** Parked, so that the end of the run can wake the user without touching its connection. */
  private void think() {
    long pause = thinkTime.next(random).toNanos();
    if (pause <= 0) {
      return;
    }
    long wake = System.nanoTime() + pause;
    long now = System.nanoTime();
    while (now - wake < 0 && !log.isOver(now)) {
      LockSupport.parkNanos(wake - now);
      now = System.nanoTime();
    }
  }
}
