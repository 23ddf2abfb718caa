package tasktracker.analysis.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The requests that ended within one second of a load test.
 *
 * @param begin begin of the second
 * @param length one second, or what was left of the load
 * @param succeeded requests that succeeded, slow ones included
 * @param failed requests that failed
 * @param slow those that succeeded, but later than the service level objective allows
 * @param p95 95th percentile of the latency of the requests that succeeded; empty without any
 */
public record LoadSecond(
    Instant begin,
    Duration length,
    long succeeded,
    long failed,
    long slow,
    Optional<Duration> p95) {

  /** End of the second. */
  public Instant end() {
    return begin.plus(length);
  }

  /** All requests. */
  public long requests() {
    return succeeded + failed;
  }

  /** Successful requests per second. */
  public double goodput() {
    return length.isZero() ? 0 : succeeded * 1e9 / length.toNanos();
  }

  /** Share of failed requests from 0 to 1, 0 without requests. */
  public double errorRate() {
    return requests() == 0 ? 0 : (double) failed / requests();
  }
}
