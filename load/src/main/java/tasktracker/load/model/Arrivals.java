package tasktracker.load.model;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How many users arrive when, as a rate over time. Immutable.
 *
 * <p>Times follow from the rate alone: the n-th arrival comes when the integral of the rate has
 * reached n, or, in a Poisson process, the sum of n exponential numbers with mean 1 (Çinlar's
 * inversion method). No error adds up, however long it goes on.
 */
public sealed interface Arrivals {
  /** Highest rate that can be asked for, per second. */
  double HIGHEST_RATE = 1_000_000;

  /** How the arrivals lie in time where the rate is constant. */
  enum Spacing {
    /** At equal intervals. */
    EVEN,
    /** At random, independent of each other: exponential intervals. */
    POISSON
  }

  /** How the arrivals lie in time. */
  Spacing spacing();

  /** The same rates with another spacing. */
  Arrivals with(Spacing other);

  /** Arrivals per second after the given time. */
  double rateAt(Duration since);

  /** Integral of the rate from the begin to the given second. */
  double expectedUntil(double seconds);

  /**
   * The second at which the integral of the rate reaches a number; infinite where it never does.
   */
  double secondsUntil(double expected);

  /**
   * When users arrive.
   *
   * @param random used by a Poisson process alone
   */
  default ArrivalTimes times(RandomGenerator random) {
    return new ArrivalTimes(this, random);
  }

  /**
   * Reads {@code 5000/s}, {@code 100/s..500/s over 30s} (a ramp), {@code 100/s for 10s, 200/s for
   * 10s} (steps), or one of them in {@code poisson(…)}. After a ramp or the last step its rate
   * lasts. The text form of all arrivals reads back as itself.
   *
   * @throws IllegalArgumentException with one line that says what is wrong
   */
  static Arrivals parse(String text) {
    return ArrivalsParser.parse(text);
  }

  /** Evenly spaced arrivals at a constant rate. */
  static Arrivals constant(double perSecond) {
    return new Constant(perSecond, Spacing.EVEN);
  }

  /** Always the same rate. */
  record Constant(double perSecond, Spacing spacing) implements Arrivals {
    public Constant {
      requireRate(perSecond);
      requireArrivals(perSecond);
    }

    @Override
    public Arrivals with(Spacing other) {
      return new Constant(perSecond, other);
    }

    @Override
    public double rateAt(Duration since) {
      return perSecond;
    }

    @Override
    public double expectedUntil(double seconds) {
      return perSecond * seconds;
    }

    @Override
    public double secondsUntil(double expected) {
      return expected / perSecond;
    }

    @Override
    public String toString() {
      return spaced(Rate.format(perSecond), spacing);
    }
  }

  /** A rate that changes evenly from one to another, and then stays. */
  record Ramp(double from, double to, Duration over, Spacing spacing) implements Arrivals {
    public Ramp {
      requireRate(from);
      requireRate(to);
      requireArrivals(Math.max(from, to));
      requireTime(over);
    }

    @Override
    public Arrivals with(Spacing other) {
      return new Ramp(from, to, over, other);
    }

    @Override
    public double rateAt(Duration since) {
      return from + (to - from) * Math.clamp(seconds(since) / seconds(over), 0, 1);
    }

    @Override
    public double expectedUntil(double seconds) {
      double within = Math.min(seconds, seconds(over));
      return within * (from + slope() * within / 2) + (seconds - within) * to;
    }

    @Override
    public double secondsUntil(double expected) {
      double end = seconds(over);
      double beyond = expected - expectedUntil(end);
      if (beyond > 0) {
        return end + beyond / to;
      }
      // The root of a quadratic equation, in the form that also holds for a slope of 0.
      return expected == 0
          ? 0
          : 2 * expected / (from + Math.sqrt(Math.max(0, from * from + 2 * slope() * expected)));
    }

    private double slope() {
      return (to - from) / seconds(over);
    }

    @Override
    public String toString() {
      return spaced(
          "%s..%s over %s".formatted(Rate.format(from), Rate.format(to), Durations.format(over)),
          spacing);
    }
  }

  /** One rate after the other; the last one stays. */
  record Steps(List<Step> steps, Spacing spacing) implements Arrivals {
    public Steps {
      steps = List.copyOf(steps);
      requireArrivals(steps.stream().mapToDouble(Step::perSecond).max().orElse(0));
    }

    @Override
    public Arrivals with(Spacing other) {
      return new Steps(steps, other);
    }

    @Override
    public double rateAt(Duration since) {
      Duration end = Duration.ZERO;
      for (Step step : steps) {
        end = end.plus(step.length());
        if (since.compareTo(end) < 0) {
          return step.perSecond();
        }
      }
      return steps.getLast().perSecond();
    }

    @Override
    public double expectedUntil(double seconds) {
      double expected = 0;
      double left = seconds;
      for (Step step : steps) {
        double within = Math.min(left, seconds(step.length()));
        expected += within * step.perSecond();
        left -= within;
      }
      return expected + left * steps.getLast().perSecond();
    }

    @Override
    public double secondsUntil(double expected) {
      double left = expected;
      double start = 0;
      for (Step step : steps) {
        double length = seconds(step.length());
        if (left < length * step.perSecond()) {
          return start + left / step.perSecond();
        }
        left -= length * step.perSecond();
        start += length;
      }
      return start + left / steps.getLast().perSecond();
    }

    @Override
    public String toString() {
      return spaced(steps.stream().map(Step::toString).collect(Collectors.joining(", ")), spacing);
    }
  }

  /**
   * A rate and how long it lasts.
   *
   * @param perSecond arrivals per second, 0 for a pause
   */
  record Step(double perSecond, Duration length) {
    public Step {
      requireRate(perSecond);
      requireTime(length);
    }

    @Override
    public String toString() {
      return Rate.format(perSecond) + " for " + Durations.format(length);
    }
  }

  private static void requireRate(double perSecond) {
    if (!(perSecond >= 0 && perSecond <= HIGHEST_RATE)) {
      throw new IllegalArgumentException(
          "arrivals must be from 0 to %s, not %s".formatted(Rate.format(HIGHEST_RATE), perSecond));
    }
  }

  private static void requireArrivals(double highest) {
    if (highest == 0) {
      throw new IllegalArgumentException("arrivals must be above 0/s at some time");
    }
  }

  private static void requireTime(Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException("time of arrivals must be above 0, not " + time);
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static String spaced(String rates, Spacing spacing) {
    return spacing == Spacing.POISSON ? "poisson(" + rates + ")" : rates;
  }
}
