package tasktracker.report.verdict;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tasktracker.analysis.seconds.ResampledRun;
import tasktracker.analysis.seconds.RunSecond;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.FailedRequests;
import tasktracker.results.LatencyFigures;
import tasktracker.results.RunFigures;
import tasktracker.results.RunResult;

/** Takes the figures that are compared from a run. */
public final class RunFiguresReading {
  private RunFiguresReading() {}

  /**
   * Those that the run has; none of a run that saw no request.
   *
   * @param seconds of the run, or none where latencies of successes are in the run itself
   */
  public static Map<ComparedMetric, Double> of(RunResult run, List<RunSecond> seconds) {
    Map<ComparedMetric, Double> figures = new EnumMap<>(ComparedMetric.class);
    RunFigures measured = run.figures();
    if (measured == null || measured.hasNoRequests()) {
      return figures;
    }
    figures.put(ComparedMetric.THROUGHPUT, measured.throughput());
    Double failed = measured.errorRate();
    if (failed != null && failed > FailedRequests.SUCCESSES_ALONE_ABOVE) {
      figures.put(ComparedMetric.P50, successful(run, seconds, 50));
      figures.put(ComparedMetric.P95, successful(run, seconds, 95));
      figures.put(ComparedMetric.P99, successful(run, seconds, 99));
    } else {
      LatencyFigures latency = measured.latency();
      figures.put(ComparedMetric.P50, latency.p50());
      figures.put(ComparedMetric.P95, latency.p95());
      figures.put(ComparedMetric.P99, latency.p99());
    }
    figures.put(ComparedMetric.ERROR_RATE, measured.errorRate());
    run.efficiencyFigures()
        .ifPresent(efficiency -> {
          // Other tools have summed up what they had.
          boolean complete = run.resources() == null || run.resources().withoutCpu().isEmpty();
          Double perCpu = complete ? efficiency.throughputPerCpu() : null;
          figures.put(ComparedMetric.REQUESTS_PER_VCPU, perCpu);
          figures.put(
              ComparedMetric.CPU_PER_REQUEST, perCpu == null || perCpu == 0 ? null : 1000 / perCpu);
          figures.put(ComparedMetric.REQUESTS_PER_GB, efficiency.throughputPerGb());
          figures.put(ComparedMetric.MEMORY, efficiency.memoryGb());
        });
    figures.values().removeIf(value -> value == null);
    return figures;
  }

  /** As the run says, or from its latency log; null where neither tells. */
  private static Double successful(RunResult run, List<RunSecond> seconds, int percent) {
    return run.addition("successful_latency_p%d_ms".formatted(percent), Double.class)
        .or(() ->
            ResampledRun.successfulPercentileMs(seconds, percent).stream().boxed().findFirst())
        .orElse(null);
  }
}
