package tasktracker.load;

import java.time.Duration;
import java.time.Instant;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Recording;

/**
 * What a load test measured. Nothing of set-up, ramp-up or warm-up is in it.
 *
 * @param start begin of the measurement
 * @param end end of the measurement; earlier than planned when the test was stopped
 * @param stopped whether {@link LoadTest#stop()} ended the measurement early
 */
public record LoadResult(
    LoadPlan plan, Instant start, Instant end, boolean stopped, Recording recording) {

  /** Length of the measurement. */
  public Duration length() {
    return Duration.between(start, end);
  }

  /** All endpoints together. */
  public EndpointStatistics aggregated() {
    return recording.aggregated();
  }

  /** Requests per second, failed ones included. */
  public double throughput() {
    return aggregated().requestsPerSecond(length());
  }

  /** Successful requests per second. */
  public double goodput() {
    return length().isZero() ? 0 : throughput() - aggregated().failuresPerSecond(length());
  }
}
