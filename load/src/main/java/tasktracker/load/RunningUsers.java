package tasktracker.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tasktracker.load.http.Sessions;

/** The spawned users of a load test. Users are spawned by one thread, and then ended by one. */
final class RunningUsers {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Sessions sessions;
  private final RunLog log;
  private final Heartbeat heartbeat;
  private final WakeUpCalls wakeUpCalls;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  RunningUsers(Sessions sessions, RunLog log, Heartbeat heartbeat, WakeUpCalls wakeUpCalls) {
    this.sessions = sessions;
    this.log = log;
    this.heartbeat = heartbeat;
    this.wakeUpCalls = wakeUpCalls;
  }

  void spawn(PreparedUser user, Rhythm rhythm) {
    SpawnedUser spawned = new SpawnedUser(user, rhythm, sessions, log, wakeUpCalls, this::userRuns);
    threads.add(
        Thread.ofVirtual()
            .name("user-" + user.number())
            .start(() -> {
              try {
                spawned.run();
              } catch (Throwable e) {
                heartbeat.fail(new IllegalStateException("a virtual user died: " + e, e));
              } finally {
                ended.incrementAndGet();
                heartbeat.wake();
              }
            }));
  }

  int running() {
    return Math.max(0, running.get() - ended.get());
  }

  boolean allRunning(int users) {
    return running.get() >= users;
  }

  boolean allEnded() {
    return ended.get() == threads.size();
  }

  /** Wakes those who wait for their next task, to let them see that the run is over. */
  void wake() {
    threads.forEach(LockSupport::unpark);
  }

  /** Ends all users at once, whatever they do. */
  void dismiss() throws InterruptedException {
    sessions.abort();
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join(PATIENCE);
    }
  }

  private void userRuns() {
    running.incrementAndGet();
    heartbeat.wake();
  }
}
