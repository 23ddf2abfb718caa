package tasktracker.analysis.seconds;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One second of a measurement.
 *
 * @param latencies how many requests took so many microseconds
 * @param successful those of them that succeeded, likewise
 * @param failures how many of them failed
 * @param cpuPercent of the whole stack, 100 for one vCPU; null where it was not sampled
 * @param memoryBytes of the whole stack; null where it was not sampled
 */
public record RunSecond(
    SortedMap<Long, Long> latencies,
    SortedMap<Long, Long> successful,
    long failures,
    Double cpuPercent,
    Double memoryBytes) {

  /** Copies the maps. */
  public RunSecond {
    latencies = new TreeMap<>(latencies);
    successful = new TreeMap<>(successful);
  }

  /** How many requests ended in it. */
  public long requests() {
    return latencies.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Their mean latency in milliseconds; NaN without requests. */
  public double meanLatencyMs() {
    double micros = 0;
    for (var each : latencies.entrySet()) {
      micros += (double) each.getKey() * each.getValue();
    }
    return micros / requests() / 1e3;
  }
}
