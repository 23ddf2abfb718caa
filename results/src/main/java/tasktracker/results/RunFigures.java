package tasktracker.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import tasktracker.load.recording.EndpointStatistics;

/**
 * What the load generator measured in one measurement window.
 *
 * <p>A run without a single request has no latency and no error rate: 0 of 0 is not 0 percent.
 *
 * @param throughput completed requests per second, failed ones included
 * @param latency response times over all requests
 * @param errorRate failed requests in percent of all; {@code null} without requests
 * @param totalRequests requests counted, failed ones included; {@code null} if a file lacks it
 * @param totalFailures requests that failed
 */
public record RunFigures(
    @JsonProperty("throughput_rps") Double throughput,
    @JsonUnwrapped(prefix = "latency_", suffix = "_ms") LatencyFigures latency,
    Double errorRate,
    Long totalRequests,
    Long totalFailures) {

  /** Drops the figures that a run without requests cannot have. */
  public RunFigures {
    throughput = Numbers.finite(throughput);
    latency = latency == null || isZero(totalRequests) ? LatencyFigures.NONE : latency;
    errorRate = isZero(totalRequests) ? null : Numbers.finite(errorRate);
  }

  /** Returns whether the window is known to have seen no request at all. */
  public boolean hasNoRequests() {
    return isZero(totalRequests);
  }

  private static boolean isZero(Long count) {
    return count != null && count == 0;
  }

  /** Computes throughput and error rate from the counts of a window of {@code seconds}. */
  public static RunFigures of(
      long requests, long failures, double seconds, LatencyFigures latency) {
    return new RunFigures(
        requests / seconds, latency, 100.0 * failures / requests, requests, failures);
  }

  /** Those of all endpoints together, in a window of {@code seconds}. */
  public static RunFigures of(EndpointStatistics all, double seconds) {
    return of(all.requests(), all.failures(), seconds, LatencyFigures.of(all.latencies()));
  }
}
