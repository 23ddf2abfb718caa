package tasktracker.load.model;

import java.util.Objects;

/**
 * Users who arrive at times that nothing the server does can change. Each arrival does one task of
 * the scenario, on an idle user or on one more. An arrival that finds {@code maxUsers} busy is
 * dropped and counted, never delayed.
 *
 * <p>Warm-up has the rate with which the arrivals begin; their ramp or steps start with the
 * measurement.
 *
 * @param arrivals when users arrive
 * @param maxUsers the most users that may be busy at the same time, at least 1
 */
public record OpenModel(Arrivals arrivals, int maxUsers) implements LoadModel {

  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public OpenModel {
    Objects.requireNonNull(arrivals, "arrivals");
    if (maxUsers < 1) {
      throw new IllegalArgumentException("max users must be 1 or more, not " + maxUsers);
    }
  }

  @Override
  public int users() {
    return maxUsers;
  }

  @Override
  public String kind() {
    return "open";
  }

  @Override
  public boolean hasSchedule() {
    return true;
  }

  @Override
  public String toString() {
    return "open: arrivals %s, at most %s users".formatted(arrivals, maxUsers);
  }
}
