package tasktracker.load.watch;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Little's law, N = X·(R + Z): as many users as there are must be accounted for by throughput times
 * response plus think time (Little, "A Proof for the Queuing Formula L = λW", 1961).
 */
public final class LittlesLaw {
  private LittlesLaw() {}

  /**
   * |N − X·(R+Z)| / N over a span of time.
   *
   * @param users N
   * @param accounted all response and planned think times of the span added up, which is the span
   *     times X·(R+Z)
   * @param span length of the span
   * @return empty without users or time
   */
  public static OptionalDouble residual(int users, Duration accounted, Duration span) {
    double expected = (double) users * span.toNanos();
    return expected <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.abs(expected - accounted.toNanos()) / expected);
  }
}
