package tasktracker.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.MetricCurve;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.Chart;
import tasktracker.report.html.Block;
import tasktracker.report.html.ChartData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Curves of one analysis, or of several overlaid, as charts of the report's own kind. */
final class CurveCharts {
  private static final List<ComparedMetric> SHOWN =
      Stream.of(ComparedMetric.values()).filter(ComparedMetric::headline).toList();

  private CurveCharts() {}

  /** A chart for each metric that any has, by what the analyses are called; empty for only one. */
  static List<JsonNode> of(Map<String, SweepAnalysis> analyses) {
    List<JsonNode> charts = new ArrayList<>();
    for (ComparedMetric metric : SHOWN) {
      List<Chart.Line> lines = new ArrayList<>();
      analyses.forEach((label, analysis) ->
          analysis.architectures().stream()
              .map(architecture -> analysis.curve(architecture, metric))
              .flatMap(Optional::stream)
              .filter(curve -> !curve.levels().isEmpty())
              .map(curve -> line(label, curve))
              .forEach(lines::add));
      if (!lines.isEmpty()) {
        charts.add(chart(metric, lines));
      }
    }
    return charts;
  }

  private static JsonNode chart(ComparedMetric metric, List<Chart.Line> lines) {
    String name = Wording.capital(metric.label());
    Chart chart =
        new Chart(
            name,
            "",
            "Concurrent users",
            List.of(new Chart.Panel(name + " in " + metric.unit(), 0, lines, List.of(), List.of())),
            List.of());
    return JsonMapper.shared().readTree(ChartData.of(new Block.Figure(chart, Block.Axis.USERS)));
  }

  private static Chart.Line line(String label, MetricCurve curve) {
    return new Chart.Line(
        label.isEmpty() ? curve.architecture() : label + ": " + curve.architecture(),
        curve.levels().stream().map(CurveCharts::point).toList(),
        curve.levels().stream()
            .filter(level -> level.values().size() > 1)
            .flatMap(level ->
                level.values().stream().map(value -> new Chart.Point(level.concurrency(), value)))
            .toList());
  }

  private static Chart.Point point(MetricCurve.Level level) {
    Interval interval = level.estimate().interval();
    return interval == null
        ? new Chart.Point(level.concurrency(), level.estimate().value())
        : new Chart.Point(
            level.concurrency(), level.estimate().value(), interval.low(), interval.high());
  }
}
