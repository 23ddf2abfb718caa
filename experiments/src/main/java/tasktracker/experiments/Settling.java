package tasktracker.experiments;

import java.time.Duration;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;

/**
 * The time between the first user of a run and its measurement, on a deployment that is warm: its
 * pools and caches take on the size of this load.
 */
final class Settling {
  /**
   * Autovacuum looks at a database every two seconds in stacks that the lab runs: after three, the
   * planner's statistics are those of the accounts and tasks that this run has made.
   */
  private static final Duration WITH_ALL_USERS = Duration.ofSeconds(3);

  private Settling() {}

  /** From the first user to the measurement: the ramp-up, and a while with all users. */
  static Duration time(LoadModel model) {
    return switch (model) {
      case ClosedModel closed ->
          WITH_ALL_USERS.plusMillis(Math.round(closed.users() / closed.spawnRate() * 1e3));
      case OpenModel _ -> WITH_ALL_USERS;
    };
  }
}
