package tasktracker.load.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A fixed number of users, each of which waits for the answer, thinks, and goes on.
 *
 * @param users number of virtual users, at least 1
 * @param spawnRate users started per second during ramp-up, above 0
 * @param thinkTime pause of a user between two tasks
 */
public record ClosedModel(int users, double spawnRate, ThinkTime thinkTime) implements LoadModel {

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
  }

  @Override
  public String kind() {
    return "closed";
  }

  @Override
  public String toString() {
    String rate = BigDecimal.valueOf(spawnRate).stripTrailingZeros().toPlainString();
    return "closed: %d users, %s/s spawned, think time %s".formatted(users, rate, thinkTime);
  }
}
