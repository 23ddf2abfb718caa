package tasktracker.report.sweep;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static tasktracker.report.html.Table.Column.numbers;
import static tasktracker.report.html.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.Drift;
import tasktracker.analysis.verdict.RunChart;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.Chart;
import tasktracker.report.html.Block;
import tasktracker.report.html.Table;
import tasktracker.report.html.Table.Cell;

/** Pairs of runs in time order, and whether they drift. */
final class RunChartFigures {
  private final SweepAnalysis analysis;

  RunChartFigures(SweepAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Empty where no level has three pairs. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (Comparison comparison : analysis.comparisons()) {
      if (!comparison.charts().isEmpty()) {
        blocks.add(drift(comparison));
        blocks.add(
            new Block.Columns(
                comparison.charts().stream().map(chart -> figure(comparison, chart)).toList()));
      }
    }
    return blocks;
  }

  private static Block figure(Comparison comparison, RunChart chart) {
    List<Chart.Line> lines = new ArrayList<>();
    chart.pairs().stream()
        .collect(groupingBy(RunChart.Pair::concurrency, TreeMap::new, toList()))
        .forEach((users, pairs) ->
            lines.add(
                new Chart.Line(
                    users + " users",
                    pairs.stream()
                        .map(pair -> new Chart.Point(pair.repetition(), pair.ratio()))
                        .toList(),
                    List.of())));
    return new Block.Figure(
        new Chart(
            "%s, %s by %s"
                .formatted(
                    Wording.capital(chart.metric().label()),
                    comparison.candidate(),
                    comparison.baseline()),
            "",
            "Pair of runs, in time order",
            List.of(new Chart.Panel("Ratio", 1, lines, List.of())),
            List.of()),
        Block.Axis.PAIRS);
  }

  private static Table drift(Comparison comparison) {
    return new Table(
        "%s beside %s: drift with time".formatted(comparison.candidate(), comparison.baseline()),
        List.of(
            words("Metric"),
            words("Of"),
            numbers("Change, first to last"),
            numbers("Trend (tau)"),
            numbers("p of trend"),
            numbers("Correlation with the pair before"),
            numbers("p of correlation"),
            words("Drifts")),
        comparison.charts().stream()
            .flatMap(chart ->
                List.of(
                    row(chart, "the ratio", chart.ratio()),
                    row(chart, "both, so the machine", chart.machine()))
                    .stream())
            .toList());
  }

  private static List<Cell> row(RunChart chart, String of, Drift drift) {
    return List.of(
        Cell.of(chart.metric().label()),
        Cell.of(of),
        Cell.of(String.format(Locale.ROOT, "%+.1f %%", 100 * drift.change()), drift.change()),
        number(drift.trend()),
        number(drift.trendP()),
        number(drift.lag1()),
        number(drift.lag1P()),
        drift.isFound() ? Cell.of("yes", Block.Tone.WARNING) : Cell.of("not found"));
  }

  private static Cell number(double value) {
    return Cell.of(String.format(Locale.ROOT, "%.3f", value), value);
  }
}
