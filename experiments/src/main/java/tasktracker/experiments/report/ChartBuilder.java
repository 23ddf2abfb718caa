package tasktracker.experiments.report;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import tasktracker.experiments.report.Chart.Line;
import tasktracker.experiments.report.Chart.Panel;
import tasktracker.experiments.report.Chart.Point;

/** Turns a {@link Chart} into JFreeChart's terms. */
final class ChartBuilder {

  private final Theme theme;
  private final Frame frame;
  private final Chart chart;
  private final SequencedMap<String, LineStyle> styles;

  ChartBuilder(Chart chart, Theme theme, Typeface typeface) {
    this.chart = chart;
    this.theme = theme;
    this.frame = new Frame(theme, typeface);
    styles = Palette.of(chart.names());
  }

  JFreeChart build() {
    var plot = new CombinedDomainXYPlot(loadAxis());
    chart.panels().forEach(panel -> plot.add(plot(panel)));
    return frame.around(plot, chart.title(), chart.subtitle(), styles, chart.notes());
  }

  private LoadAxis loadAxis() {
    var levels =
        chart.panels().stream()
            .flatMap(panel -> panel.lines().stream())
            .flatMap(line -> line.points().stream())
            .map(Point::load)
            .collect(Collectors.toCollection(TreeSet::new));
    var axis = new LoadAxis(chart.loadLabel(), levels);
    theme.apply(axis);
    return axis;
  }

  private XYPlot plot(Panel panel) {
    var plot = new XYPlot();
    theme.apply(plot);
    plot.setRangeAxis(figureAxis(panel));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    var repetitions = new XYLineAndShapeRenderer(false, true);
    var means = new XYLineAndShapeRenderer(true, true);
    means.setDrawSeriesLineAsPath(true);
    List<String> order = List.copyOf(styles.keySet());
    List<Line> lines =
        panel.lines().stream().sorted(comparingInt(line -> order.indexOf(line.name()))).toList();
    for (int i = 0; i < lines.size(); i++) {
      LineStyle style = styles.get(lines.get(i).name());
      theme.repetition(repetitions, i, style);
      theme.mean(means, i, style);
    }
    var crossings = new XYLineAndShapeRenderer(false, true);
    theme.crossing(crossings);
    plot.setRenderer(0, repetitions);
    plot.setRenderer(1, means);
    plot.setRenderer(2, crossings);
    if (panel.measured().findAny().isPresent()) {
      plot.setDataset(0, dataset(lines, Line::repetitions));
      plot.setDataset(1, dataset(lines, Line::points));
      plot.setDataset(
          2, dataset(List.of(new Line("", panel.crossings(), List.of())), Line::points));
    }
    return plot;
  }

  private NumberAxis figureAxis(Panel panel) {
    var axis =
        FigureAxis.of(
            panel.measured().mapToDouble(Point::value).summaryStatistics(),
            panel.smallestMaximum(),
            Frame.panelHeight(chart.panels().size(), chart.notes().size()));
    theme.apply(axis);
    return axis;
  }

  private static XYSeriesCollection dataset(List<Line> lines, Function<Line, List<Point>> part) {
    var dataset = new XYSeriesCollection();
    for (Line line : lines) {
      var series = new XYSeries(line.name());
      part.apply(line).forEach(point -> series.add(point.load(), point.value()));
      dataset.addSeries(series);
    }
    return dataset;
  }
}
