package tasktracker.experiments.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tasktracker.report.TextTable;
import tasktracker.report.ValueText;
import tasktracker.results.Efficiency;
import tasktracker.results.Resources;
import tasktracker.results.RunFigures;
import tasktracker.results.RunResult;

/** All runs of a sweep as a table of text: a row a run, levels together. */
final class RunTable {
  private static final List<String> HEADINGS =
      List.of(
          "users",
          "architecture",
          "requests/s",
          "p50 ms",
          "p95 ms",
          "p99 ms",
          "errors %",
          "vCPU",
          "CPU ms/request",
          "memory MB");

  private RunTable() {}

  /** The lines of the table, headings first. */
  static List<String> of(List<RunResult> runs) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    runs.stream()
        .sorted(
            Comparator.comparingInt(RunResult::concurrency).thenComparing(RunResult::architecture))
        .map(RunTable::row)
        .forEach(rows::add);
    return TextTable.aligned(rows, Set.of(1));
  }

  private static List<String> row(RunResult run) {
    RunFigures figures = run.figures();
    Resources.Totals totals = run.resources() == null ? null : run.resources().totals();
    Efficiency efficiency = run.efficiency();
    Double perRequest =
        efficiency == null || efficiency.throughputPerCpu() == null
            ? null
            : 1000 / efficiency.throughputPerCpu();
    return List.of(
        String.valueOf(run.concurrency()),
        run.architecture(),
        ValueText.fixed(figures.throughput(), 1),
        ValueText.fixed(figures.latency().p50(), 1),
        ValueText.fixed(figures.latency().p95(), 1),
        ValueText.fixed(figures.latency().p99(), 1),
        ValueText.fixed(figures.errorRate(), 2),
        ValueText.fixed(efficiency == null ? null : efficiency.cpuUnits(), 2),
        ValueText.fixed(perRequest, 2),
        ValueText.fixed(
            totals == null || totals.avgMemBytes() == null ? null : totals.avgMemBytes() / 1e6, 0));
  }
}
