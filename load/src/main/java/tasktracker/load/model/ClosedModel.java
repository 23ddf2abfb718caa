package tasktracker.load.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A fixed number of users, each of which waits for the answer, thinks, and goes on.
 *
 * <p>With constant pacing each user begins a task at fixed intervals instead, or as soon as it can
 * when the one before took longer. Latency then counts from the moment a task was due, so that
 * waiting for a slow answer shows.
 *
 * @param users number of virtual users, at least 1
 * @param spawnRate users started per second during ramp-up, above 0
 * @param thinkTime pause of a user between two tasks; none with pacing
 * @param pacing time from the begin of one task to the begin of the next, if that is fixed
 */
public record ClosedModel(
    int users, double spawnRate, ThinkTime thinkTime, Optional<Duration> pacing)
    implements LoadModel {

  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public ClosedModel {
    if (users < 1) {
      throw new IllegalArgumentException("users must be 1 or more, not " + users);
    }
    if (!(spawnRate > 0) || Double.isInfinite(spawnRate)) {
      throw new IllegalArgumentException(
          "spawn rate must be above 0 users per second, not " + spawnRate);
    }
    Objects.requireNonNull(thinkTime, "thinkTime");
    pacing.ifPresent(interval -> requirePaceable(interval, thinkTime));
  }

  /** Users who think between two tasks. */
  public ClosedModel(int users, double spawnRate, ThinkTime thinkTime) {
    this(users, spawnRate, thinkTime, Optional.empty());
  }

  /** Users who begin a task at fixed intervals. */
  public static ClosedModel paced(int users, double spawnRate, Duration interval) {
    return new ClosedModel(users, spawnRate, ThinkTime.NONE, Optional.of(interval));
  }

  @Override
  public String kind() {
    return hasSchedule() ? "closed with constant pacing" : "closed";
  }

  @Override
  public boolean hasSchedule() {
    return pacing.isPresent();
  }

  @Override
  public String toString() {
    String rhythm =
        pacing
            .map(interval -> "a task every " + Durations.format(interval))
            .orElseGet(() -> "think time " + thinkTime);
    return "%s: %s users, %s spawned, %s".formatted(kind(), users, Rate.format(spawnRate), rhythm);
  }

  private static void requirePaceable(Duration interval, ThinkTime thinkTime) {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException("pacing must be above 0, not " + interval);
    }
    if (!thinkTime.equals(ThinkTime.NONE)) {
      throw new IllegalArgumentException(
          "pacing takes the place of think time: give one of them, not both");
    }
  }
}
