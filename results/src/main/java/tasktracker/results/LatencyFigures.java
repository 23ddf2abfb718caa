package tasktracker.results;

import java.time.Duration;
import java.util.Optional;
import tasktracker.load.recording.Latencies;

/**
 * Response times of one run in milliseconds; {@code null} where there is none, never a made-up 0.
 *
 * @param p50 the median
 * @param p95 the 95th percentile
 * @param p99 the 99th percentile
 * @param avg the arithmetic mean
 * @param min the shortest
 * @param max the longest
 */
public record LatencyFigures(
    Double p50, Double p95, Double p99, Double avg, Double min, Double max) {

  /** What a run without a single request has: no figure at all. */
  public static final LatencyFigures NONE = new LatencyFigures(null, null, null, null, null, null);

  /** Takes non-finite numbers, which older files may hold, as missing. */
  public LatencyFigures {
    p50 = Numbers.finite(p50);
    p95 = Numbers.finite(p95);
    p99 = Numbers.finite(p99);
    avg = Numbers.finite(avg);
    min = Numbers.finite(min);
    max = Numbers.finite(max);
  }

  /** Those of a distribution. */
  public static LatencyFigures of(Latencies latencies) {
    return new LatencyFigures(
        millis(latencies.percentile(50)),
        millis(latencies.percentile(95)),
        millis(latencies.percentile(99)),
        millis(latencies.mean()),
        millis(latencies.min()),
        millis(latencies.max()));
  }

  /** A latency in milliseconds; {@code null} where there is none. */
  public static Double millis(Optional<Duration> latency) {
    return latency.map(value -> value.toNanos() / 1e6).orElse(null);
  }
}
