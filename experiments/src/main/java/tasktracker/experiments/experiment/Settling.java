package tasktracker.experiments.experiment;

import java.time.Duration;
import java.util.Optional;
import tasktracker.experiments.resource.UsageSource;
import tasktracker.load.Progress;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;

/**
 * The time between the ramp-up of a run and its measurement, on a deployment that is warm: its
 * pools and caches take on the size of this load. For one thread.
 */
final class Settling {
  /**
   * Autovacuum looks at a database every two seconds in stacks that the lab runs: after three, the
   * planner's statistics are those of the accounts and tasks that this run has made.
   */
  private static final Duration LEAST = Duration.ofSeconds(3);

  /** A system that is not steady by then has not been warmed, which another load cannot mend. */
  private static final Duration MOST = Duration.ofSeconds(10);

  private final Optional<WarmUpWatch> watch;
  private int seconds;

  /**
   * A time that has not begun.
   *
   * @param usage what the stack uses
   * @param untilSteady whether it ends with the steady state, and not after the least time
   */
  Settling(Optional<UsageSource> usage, boolean untilSteady) {
    watch = untilSteady ? Optional.of(new WarmUpWatch(usage, LEAST, MOST)) : Optional.empty();
  }

  /** From the first user to the latest begin of the measurement, if the ramp-up is in time. */
  static Duration longest(LoadModel model) {
    return switch (model) {
      case ClosedModel closed ->
          MOST.plusMillis(Math.round(closed.users() / closed.spawnRate() * 1e3));
      case OpenModel _ -> MOST;
    };
  }

  /** A second in which all users run. */
  void second(Progress progress) {
    seconds++;
    watch.ifPresent(each -> each.second(progress));
  }

  boolean isOver() {
    return seconds >= LEAST.toSeconds() && watch.map(WarmUpWatch::isWarm).orElse(true);
  }
}
