package tasktracker.analysis.seconds;

import java.util.Arrays;
import java.util.List;

/**
 * When a warm-up may end. A series is steady when the interval of its slope excludes an improvement
 * that matters: an equivalence test, which noise cannot pass. The last seconds are looked at in
 * windows of several lengths, because noise needs longer ones.
 *
 * @param windows lengths in seconds, ascending
 * @param normal quantile of the normal distribution for the interval of the slope
 * @param cpu least improvement of the CPU time per request that matters, as a share in 10 s
 * @param throughput likewise for the throughput
 * @param latency likewise for the mean latency
 * @param compilers most of the CPU time that just-in-time compilers may still take, as a share over
 *     the shortest window: a system whose figures stand still while they are busy will improve
 * @param inARow so many seconds after one another must say the same
 */
public record SteadyThresholds(
    List<Integer> windows,
    double normal,
    double cpu,
    double throughput,
    double latency,
    double compilers,
    int inARow) {

  /** The usual thresholds; {@code docs/methodology.md} says how they were calibrated. */
  public static final SteadyThresholds DEFAULT =
      new SteadyThresholds(List.of(10, 12, 15, 20, 25, 30), 1.645, 0.05, 0.05, 0.10, 0.10, 2);

  /** Copies the list. */
  public SteadyThresholds {
    windows = List.copyOf(windows);
  }

  private static final int SECONDS_OF_RATE = 10;

  /**
   * Whether compilers rest.
   *
   * @param shares of the CPU time of each second so far; NaN where nobody can tell
   */
  boolean isQuiet(List<Double> shares) {
    int window = windows.getFirst();
    return shares.subList(Math.max(0, shares.size() - window), shares.size()).stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .average()
            .orElse(0)
        <= compilers;
  }

  /**
   * Whether a series has stopped improving.
   *
   * @param rising the values of each second so far, turned so that warm-up makes them rise
   * @param leastImprovement that matters, as a share in 10 s
   */
  boolean isSteady(double[] rising, double leastImprovement) {
    for (int window : windows) {
      if (window > rising.length) {
        return false;
      }
      double[] last = Arrays.copyOfRange(rising, rising.length - window, rising.length);
      double median = Math.abs(Medians.of(last));
      double most = TheilSen.of(normal, last).high() * SECONDS_OF_RATE;
      if (median > 0 && most <= leastImprovement * median) {
        return true;
      }
    }
    return false;
  }
}
