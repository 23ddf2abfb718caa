package tasktracker.load;

import java.util.List;
import tasktracker.load.model.ClosedModel;

/** A fixed number of users, spawned one after the other. */
record ClosedLoad(ClosedModel model, List<PreparedUser> users, RunContext stage)
    implements OfferedLoad {
  /** Ends when the last user is running. */
  @Override
  public void rampUp(long start) throws InterruptedException {
    Heartbeat heartbeat = stage.heartbeat();
    for (PreparedUser user : users) {
      heartbeat.until(start + Math.round(user.number() / model.spawnRate() * 1e9));
      if (heartbeat.isStopped()) {
        return;
      }
      stage.crew().spawn(user, rhythm(user));
    }
    heartbeat.await(() -> stage.crew().allRunning(users.size()));
  }

  private Rhythm rhythm(PreparedUser user) {
    return model
        .pacing()
        .<Rhythm>map(interval -> new Pacing(interval, user.random(), stage))
        .orElseGet(() -> new Thinking(model.thinkTime(), user, stage));
  }

  @Override
  public void end() {
    stage.crew().wake();
  }
}
