package tasktracker.load;

import java.time.Duration;
import java.util.List;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.OpenModel;

/** Makes the users of a model work. For the thread that runs the load test. */
sealed interface OfferedLoad permits ClosedLoad, OpenLoad {

  static OfferedLoad of(
      LoadPlan plan, LoadShare share, List<PreparedUser> users, RunContext stage) {
    return switch (plan.model()) {
      case ClosedModel closed -> new ClosedLoad(closed, users, stage);
      case OpenModel open -> new OpenLoad(open, rampUpTime(plan), share, plan.seed(), users, stage);
    };
  }

  /** How long the ramp-up of a plan takes, if all goes well. */
  static Duration rampUpTime(LoadPlan plan) {
    return switch (plan.model()) {
      case ClosedModel closed ->
          Duration.ofNanos(Math.round(closed.users() / closed.spawnRate() * 1e9));
      case OpenModel _ -> plan.warmUp().dividedBy(2);
    };
  }

  /** Goes through the ramp-up; returns when it is done, or when the test was stopped. */
  void rampUp(long start) throws InterruptedException;

  /** Told once the measurement has been announced in the log. */
  default void measurementAnnounced() {}

  /** Begins nothing any more; what has begun goes on. */
  void end() throws InterruptedException;
}
