package tasktracker.results.failure;

import java.util.List;

/**
 * One endpoint second by second, beside {@link TimeSeries}.
 *
 * @param method HTTP method
 * @param name name given by the scenario
 * @param requests requests that ended in each second
 * @param failures requests of them that failed
 * @param slow requests of them that succeeded, but later than the objective allows
 * @param successLatencyP50 median of those that succeeded, in ms; {@code null} without any
 * @param successLatencyP95 95th percentile of those that succeeded, in ms; {@code null} without any
 */
public record EndpointSeries(
    String method,
    String name,
    List<Long> requests,
    List<Long> failures,
    List<Long> slow,
    List<Double> successLatencyP50,
    List<Double> successLatencyP95) {}
