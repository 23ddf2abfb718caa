package tasktracker.report.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.report.verdict.RunFiguresReading;
import tasktracker.results.Resources;
import tasktracker.results.RunFigures;
import tasktracker.results.RunResult;

/**
 * A figure of a run that gets a plot of its own.
 *
 * @param file name of the plot without what all plots share
 * @param name in titles and sentences
 * @param axis name and unit on the axis
 * @param smallestMaximum the axis reaches at least this far, so that a line at 0 makes sense
 * @param figure takes it from a run; {@code null} where the run lacks it
 * @param compared the same figure where architectures are compared by it, or {@code null}
 */
record Metric(
    String file,
    String name,
    String axis,
    double smallestMaximum,
    Function<RunResult, Double> figure,
    ComparedMetric compared) {

  static final Metric P95 = latency(ComparedMetric.P95);

  static final Metric THROUGHPUT =
      compared("throughput", "Throughput", "Requests per second", 1, ComparedMetric.THROUGHPUT);

  static final Metric EFFICIENCY =
      compared(
          "efficiency",
          "CPU efficiency",
          "Requests per vCPU-second",
          1,
          ComparedMetric.REQUESTS_PER_VCPU);

  /** All of them, in the order of their plots. */
  static final List<Metric> ALL =
      List.of(
          latency(ComparedMetric.P50),
          P95,
          latency(ComparedMetric.P99),
          THROUGHPUT,
          compared("error_rate", "Error rate", "Failed requests (%)", 1, ComparedMetric.ERROR_RATE),
          new Metric(
              "cpu",
              "CPU usage",
              "Mean CPU, all instances (% of one vCPU)",
              1,
              run -> totals(run).map(Resources.Totals::avgCpuPercent).orElse(null),
              null),
          EFFICIENCY,
          compared(
              "memory",
              "Memory usage",
              "Mean memory, all instances (GiB)",
              0.1,
              ComparedMetric.MEMORY));

  /** Name and unit over a column. */
  String heading() {
    return axis.startsWith(name) ? axis : name + ": " + axis;
  }

  /**
   * Returns the figure, the same that systems are compared by; {@code null} also for a run that saw
   * no request.
   */
  Double of(RunResult run) {
    RunFigures figures = run.figures();
    return figures == null || figures.hasNoRequests() ? null : figure.apply(run);
  }

  private static Metric compared(
      String file, String name, String axis, double smallestMaximum, ComparedMetric metric) {
    return new Metric(
        file,
        name,
        axis,
        smallestMaximum,
        run -> RunFiguresReading.of(run, List.of()).get(metric),
        metric);
  }

  private static Metric latency(ComparedMetric metric) {
    return compared(
        "latency_" + metric.option(), metric.label(), metric.label() + " (ms)", 1, metric);
  }

  private static Optional<Resources.Totals> totals(RunResult run) {
    return Optional.ofNullable(run.resources()).map(Resources::totals);
  }
}
