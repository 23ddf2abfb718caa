package tasktracker.load.scenario.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.UserTask;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;

/**
 * Notes when each request ended that failed or took longer than a limit, of every task of every
 * user. Thread-safe; for one load test.
 */
public final class BadRequests {
  private final long limitNanos;
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
  private final Session.Watch watch = this::note;

  private record Ended(long nanos, boolean failed) {}

  /**
   * A bad request.
   *
   * @param at when it ended
   * @param failed whether it failed; otherwise it was slow
   */
  public record Moment(Instant at, boolean failed) {}

  /** Takes requests that are longer than this as bad. */
  public BadRequests(Duration limit) {
    this.limitNanos = limit.toNanos();
  }

  /** The same scenario, watched. What a user does before its tasks is not. */
  public Scenario of(Scenario scenario) {
    return Scenario.of(scenario.name(), context -> new WatchedUser(scenario.newUser(context)));
  }

  /**
   * All bad requests so far, in no order.
   *
   * @param clock of the load test, see {@link tasktracker.load.LoadListener#started}
   */
  public List<Moment> moments(InstantSource clock) {
    long nanos = System.nanoTime();
    Instant now = clock.instant();
    return ended.stream()
        .map(each -> new Moment(now.minusNanos(nanos - each.nanos), each.failed))
        .toList();
  }

  private void note(long begin, long end, boolean ok) {
    if (!ok || end - begin > limitNanos) {
      ended.add(new Ended(end, !ok));
    }
  }

  private UserTask watched(UserTask task) {
    return session -> {
      session.watch(watch);
      task.run(session);
    };
  }

  private final class WatchedUser implements VirtualUser {
    private final VirtualUser user;
    private final WeightedTasks tasks;

    WatchedUser(VirtualUser user) {
      this.user = user;
      this.tasks = user.tasks().each(BadRequests.this::watched);
    }

    @Override
    public void setUp(Session session) {
      user.setUp(session);
    }

    @Override
    public void onStart(Session session) {
      user.onStart(session);
    }

    @Override
    public WeightedTasks tasks() {
      return tasks;
    }

    @Override
    public Optional<ThinkTime> thinkTime() {
      return user.thinkTime();
    }
  }
}
