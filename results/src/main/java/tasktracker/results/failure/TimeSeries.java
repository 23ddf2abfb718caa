package tasktracker.results.failure;

import java.util.List;

/**
 * What the users of a load test met, second by second: lists of one length. Latencies are in
 * milliseconds; {@code null} in a second without the requests that they would be of.
 *
 * @param timestamps begin of each second in epoch seconds
 * @param userCounts virtual users that were running
 * @param requestsPerSecond requests that ended, failed ones included
 * @param failuresPerSecond requests that failed
 * @param latencyP50 median of all requests, failed ones included
 * @param latencyP95 95th percentile, likewise
 * @param latencyP99 99th percentile, likewise
 * @param goodputPerSecond requests that succeeded
 * @param slowPerSecond requests that succeeded, but later than the objective allows
 * @param successLatencyP50 median of the requests that succeeded
 * @param successLatencyP95 95th percentile, likewise
 * @param successLatencyP99 99th percentile, likewise
 */
public record TimeSeries(
    List<Double> timestamps,
    List<Integer> userCounts,
    List<Double> requestsPerSecond,
    List<Double> failuresPerSecond,
    List<Double> latencyP50,
    List<Double> latencyP95,
    List<Double> latencyP99,
    List<Double> goodputPerSecond,
    List<Double> slowPerSecond,
    List<Double> successLatencyP50,
    List<Double> successLatencyP95,
    List<Double> successLatencyP99) {}
