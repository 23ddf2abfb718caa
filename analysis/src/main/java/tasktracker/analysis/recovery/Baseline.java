package tasktracker.analysis.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was normal before a fault: the last {@link #LONGEST} whole seconds that ended before it was
 * asked for.
 *
 * @param seconds how many seconds it rests on
 * @param goodput mean of successful requests per second
 * @param leastGoodput that of the second with the fewest
 * @param p95 median over the seconds of their 95th percentile; empty when nothing succeeded
 * @param longestP95 the longest of them
 * @param errorRate share of failed requests from 0 to 1
 * @param errorBand highest share of failed requests in any one of the seconds
 */
public record Baseline(
    int seconds,
    double goodput,
    double leastGoodput,
    Duration p95,
    Duration longestP95,
    double errorRate,
    double errorBand) {
  /** Seconds that a baseline rests on at most, so that a slow start does not count for ever. */
  public static final int LONGEST = 15;

  /** Seconds that it takes to speak of normal at all. */
  public static final int SHORTEST = 3;

  private static final double GOODPUT = 0.95;
  private static final double LATENCY = 1.2;
  private static final double WARM = 1.05;

  /**
   * What was normal before a moment; empty where fewer than {@link #SHORTEST} seconds are known, or
   * nothing succeeded in them.
   */
  public static Optional<Baseline> before(Instant moment, List<LoadSecond> load) {
    List<LoadSecond> earlier =
        load.stream().filter(second -> !second.end().isAfter(moment)).toList();
    if (earlier.size() < SHORTEST) {
      return Optional.empty();
    }
    List<LoadSecond> last = earlier.subList(Math.max(0, earlier.size() - LONGEST), earlier.size());
    List<Duration> p95 = last.stream().flatMap(second -> second.p95().stream()).sorted().toList();
    if (p95.isEmpty()) {
      return Optional.empty();
    }
    long succeeded = last.stream().mapToLong(LoadSecond::succeeded).sum();
    long requests = last.stream().mapToLong(LoadSecond::requests).sum();
    double length = last.stream().mapToLong(second -> second.length().toNanos()).sum() / 1e9;
    return Optional.of(
        new Baseline(
            last.size(),
            succeeded / length,
            last.stream().mapToDouble(LoadSecond::goodput).min().orElseThrow(),
            p95.get((p95.size() - 1) / 2),
            p95.getLast(),
            (double) (requests - succeeded) / requests,
            last.stream().mapToDouble(LoadSecond::errorRate).max().orElseThrow()));
  }

  /** Requests per second, failed ones included. */
  public double requestRate() {
    return goodput / (1 - errorRate);
  }

  /**
   * Whether a second is as good as before: goodput at least 95 % of the mean, p95 at most 1.2 times
   * as long, and no larger share of failures than in any second of the baseline. Where single
   * seconds of the baseline were worse than that, no more is asked for than the worst of them gave:
   * recovered is what is as good as normal, not what is better.
   */
  public boolean isGood(LoadSecond second) {
    return second.goodput() >= Math.min(GOODPUT * goodput, leastGoodput)
        && p95Within(Math.max(LATENCY * p95.toNanos(), (double) longestP95.toNanos()), second)
        && isInBand(second);
  }

  /** Whether the share of failures is one that was seen before the fault too. */
  public boolean isInBand(LoadSecond second) {
    return second.errorRate() <= errorBand;
  }

  /** Whether p95 is within 5 % of that before the fault. */
  public boolean isWarm(LoadSecond second) {
    return p95Within(WARM * p95.toNanos(), second);
  }

  private static boolean p95Within(double nanos, LoadSecond second) {
    return second.p95().isPresent() && second.p95().get().toNanos() <= nanos;
  }
}
