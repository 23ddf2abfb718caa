package tasktracker.load;

import java.util.List;
import tasktracker.load.model.ClosedModel;

/** A fixed number of users, spawned one after the other. */
final class ClosedLoad implements OfferedLoad {
  private final ClosedModel model;
  private final List<PreparedUser> users;
  private final Crew crew;
  private final RunLog log;
  private final Heartbeat heartbeat;

  ClosedLoad(
      ClosedModel model, List<PreparedUser> users, Crew crew, RunLog log, Heartbeat heartbeat) {
    this.model = model;
    this.users = users;
    this.crew = crew;
    this.log = log;
    this.heartbeat = heartbeat;
  }

  /** Ends when the last user is running. */
  @Override
  public void rampUp(long start) throws InterruptedException {
    for (PreparedUser user : users) {
      heartbeat.until(start + Math.round(user.number() / model.spawnRate() * 1e9));
      if (heartbeat.isStopped()) {
        return;
      }
      crew.spawn(user, rhythm(user));
    }
    heartbeat.await(() -> crew.allRunning(users.size()));
  }

  private Rhythm rhythm(PreparedUser user) {
    return model
        .pacing()
        .<Rhythm>map(interval -> new Pacing(interval, user.random(), log))
        .orElseGet(() -> new Thinking(model.thinkTime(), user, log));
  }

  @Override
  public void measurementAnnounced() {
    // Users look at the log themselves.
  }

  @Override
  public void end() {
    crew.wake();
  }
}
