package tasktracker.analysis.seconds;

import java.util.ArrayList;
import java.util.List;

/**
 * Sees from second to second whether a system has warmed up: its CPU time per request, throughput
 * and mean latency have all stopped improving, and its compilers rest. Not thread-safe.
 */
public final class SteadyWatch {
  private static final SteadyThresholds THRESHOLDS = SteadyThresholds.DEFAULT;

  private final List<Double> cpu = new ArrayList<>();
  private final List<Double> throughputs = new ArrayList<>();
  private final List<Double> latencies = new ArrayList<>();
  private final List<Double> compilers = new ArrayList<>();
  private int inARow;

  /**
   * Another second.
   *
   * @param cpuMsPerRequest of the whole stack; NaN where nobody counts it
   * @param requests how many ended
   * @param latencyMs their mean; NaN without one
   * @param compilerShare share of the CPU time that just-in-time compilers took; NaN where nobody
   *     can tell
   */
  public void second(
      double cpuMsPerRequest, double requests, double latencyMs, double compilerShare) {
    cpu.add(cpuMsPerRequest);
    throughputs.add(requests);
    latencies.add(latencyMs);
    compilers.add(compilerShare);
    boolean steady =
        isSteady(WarmingSeries.throughput(throughputs), THRESHOLDS.throughput())
            && isSteady(WarmingSeries.latency(latencies), THRESHOLDS.latency())
            && (cpu.stream().allMatch(value -> value.isNaN())
                || isSteady(WarmingSeries.cpu(cpu), THRESHOLDS.cpu()))
            && THRESHOLDS.isQuiet(compilers);
    inARow = steady ? inARow + 1 : 0;
  }

  private boolean isSteady(WarmingSeries series, double leastImprovement) {
    return THRESHOLDS.isSteady(series.rising(), leastImprovement);
  }

  /** Whether the last seconds say so. */
  public boolean isSteady() {
    return inARow >= THRESHOLDS.inARow();
  }

  /** CPU time per request of each second in milliseconds; NaN where nobody counted it. */
  public List<Double> cpuMsPerRequest() {
    return List.copyOf(cpu);
  }
}
