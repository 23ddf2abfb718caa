package tasktracker.report.verdict;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tasktracker.analysis.seconds.ResampledRun;
import tasktracker.analysis.seconds.RunSecond;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.FailedRequests;
import tasktracker.load.recording.Latencies;
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
    Stream.of(ComparedMetric.values())
        .filter(ComparedMetric::isLatency)
        .forEach(percentile -> figures.put(percentile, latency(run, seconds, percentile)));
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

  /**
   * A percentile of all requests, or of those that succeeded where more than a few failed; null
   * where it would rest on fewer than ten requests above it.
   */
  private static Double latency(RunResult run, List<RunSecond> seconds, ComparedMetric percentile) {
    RunFigures measured = run.figures();
    Double failed = measured.errorRate();
    boolean successesAlone = failed != null && failed > FailedRequests.SUCCESSES_ALONE_ABOVE;
    Long requests = measured.totalRequests();
    if (requests != null) {
      double counted = requests * (successesAlone ? 1 - failed / 100 : 1);
      if (!Latencies.supports(Math.round(counted), percentile.percent())) {
        return null;
      }
    }
    if (successesAlone) {
      return successful(run, seconds, percentile.percent());
    }
    LatencyFigures latency = measured.latency();
    return switch (percentile) {
      case P50 -> latency.p50();
      case P95 -> latency.p95();
      default -> latency.p99();
    };
  }

  /** As the run says, or from its latency log; null where neither tells. */
  private static Double successful(RunResult run, List<RunSecond> seconds, int percent) {
    return run.addition("successful_latency_p%d_ms".formatted(percent), Double.class)
        .or(() ->
            ResampledRun.successfulPercentileMs(seconds, percent).stream().boxed().findFirst())
        .orElse(null);
  }
}
