package tasktracker.load.model;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Distribution of the pause between two tasks of a virtual user. Immutable; the random numbers come
 * from the user.
 */
public sealed interface ThinkTime {

  /** No pause at all. */
  ThinkTime NONE = new Constant(Duration.ZERO);

  /** Draws the next pause, zero or longer. */
  Duration next(RandomGenerator random);

  /** Expected value of the distribution. */
  Duration mean();

  /**
   * Reads {@code 0}, {@code 1s}, {@code 50ms-150ms} (uniform) or {@code exp(100ms)} (exponential
   * with this mean). The text form of every think time reads back as itself.
   *
   * @throws IllegalArgumentException with one line that says what is wrong
   */
  static ThinkTime parse(String text) {
    return ThinkTimeParser.parse(text);
  }

  /** Always the same pause. */
  record Constant(Duration pause) implements ThinkTime {
    public Constant {
      requireNotNegative(pause);
    }

    @Override
    public Duration next(RandomGenerator random) {
      return pause;
    }

    @Override
    public Duration mean() {
      return pause;
    }

    @Override
    public String toString() {
      return Durations.format(pause);
    }
  }

  /** Every pause from {@code min} to {@code max} is equally likely. */
  record Uniform(Duration min, Duration max) implements ThinkTime {
    public Uniform {
      requireNotNegative(min);
      requireNotNegative(max);
      if (max.compareTo(min) < 0) {
        throw new IllegalArgumentException(
            "think time must not end before it begins: "
                + Durations.format(min)
                + "-"
                + Durations.format(max));
      }
    }

    @Override
    public Duration next(RandomGenerator random) {
      return Duration.ofNanos(random.nextLong(min.toNanos(), max.toNanos() + 1));
    }

    @Override
    public Duration mean() {
      return min.plus(max).dividedBy(2);
    }

    @Override
    public String toString() {
      return Durations.format(min) + "-" + Durations.format(max);
    }
  }

  /** Memoryless pauses of the given mean: users then arrive almost like a Poisson process. */
  record Exponential(Duration mean) implements ThinkTime {
    public Exponential {
      requireNotNegative(mean);
    }

    @Override
    public Duration next(RandomGenerator random) {
      return Duration.ofNanos(Math.round(random.nextExponential() * mean.toNanos()));
    }

    @Override
    public String toString() {
      return "exp(" + Durations.format(mean) + ")";
    }
  }

  private static void requireNotNegative(Duration pause) {
    if (Objects.requireNonNull(pause, "pause").isNegative()) {
      throw new IllegalArgumentException("think time must not be negative: " + pause);
    }
    Durations.requireBounded("think time", pause);
  }
}
