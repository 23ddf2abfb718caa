package tasktracker.experiments.experiment.verdict;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tasktracker.experiments.analysis.verdict.ComparedMetric;
import tasktracker.experiments.result.Efficiency;
import tasktracker.experiments.result.Latency;
import tasktracker.experiments.result.Resources;
import tasktracker.experiments.result.RunFigures;
import tasktracker.experiments.result.RunResult;

/** Takes the figures that are compared from a run. */
final class RunFiguresReading {
  private RunFiguresReading() {}

  /** Without those that the run lacks; nothing for a run that saw no request. */
  static Map<ComparedMetric, Double> of(RunResult run) {
    Map<ComparedMetric, Double> figures = new EnumMap<>(ComparedMetric.class);
    RunFigures measured = run.figures();
    if (measured == null || measured.hasNoRequests()) {
      return figures;
    }
    Latency latency = measured.latency();
    figures.put(ComparedMetric.THROUGHPUT, measured.throughput());
    figures.put(ComparedMetric.P50, latency.p50());
    figures.put(ComparedMetric.P95, latency.p95());
    figures.put(ComparedMetric.P99, latency.p99());
    figures.put(ComparedMetric.ERROR_RATE, measured.errorRate());
    efficiency(run)
        .ifPresent(efficiency -> {
          Double perCpu = efficiency.throughputPerCpu();
          figures.put(ComparedMetric.REQUESTS_PER_VCPU, perCpu);
          figures.put(
              ComparedMetric.CPU_PER_REQUEST, perCpu == null || perCpu == 0 ? null : 1000 / perCpu);
          figures.put(ComparedMetric.REQUESTS_PER_GB, efficiency.throughputPerGb());
          figures.put(ComparedMetric.MEMORY, efficiency.memoryGb());
        });
    figures.values().removeIf(value -> value == null);
    return figures;
  }

  private static Optional<Efficiency> efficiency(RunResult run) {
    Resources.Totals totals = run.resources() == null ? null : run.resources().totals();
    return Optional.ofNullable(run.efficiency())
        .or(() ->
            Optional.ofNullable(totals)
                .map(sums -> Efficiency.of(run.figures().throughput(), sums)));
  }
}
