package tasktracker.experiments.report;

import static java.util.Comparator.comparingInt;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import tasktracker.experiments.report.TimeChart.Line;
import tasktracker.experiments.report.TimeChart.Panel;
import tasktracker.experiments.report.TimeChart.Point;

/** Turns a {@link TimeChart} into JFreeChart's terms. */
final class TimeChartBuilder {
  private static final String TIME = "Seconds since the begin of the load";
  private static final int TICKS = 12;

  private final Theme theme;
  private final Frame frame;
  private final TimeChart chart;
  private final SequencedMap<String, LineStyle> styles;

  TimeChartBuilder(TimeChart chart, Theme theme, Typeface typeface) {
    this.chart = chart;
    this.theme = theme;
    this.frame = new Frame(theme, typeface);
    styles = Palette.of(chart.names());
  }

  JFreeChart build() {
    var plot = new CombinedDomainXYPlot(timeAxis());
    chart.panels().forEach(panel -> plot.add(plot(panel)));
    return frame.around(plot, chart.title(), chart.subtitle(), styles, chart.notes());
  }

  private NumberAxis timeAxis() {
    var times =
        chart.panels().stream()
            .flatMap(panel -> panel.lines().stream())
            .flatMap(line -> line.points().stream())
            .mapToDouble(Point::seconds)
            .summaryStatistics();
    double first = times.getCount() == 0 ? 0 : Math.max(0, times.getMin() - 1);
    double last = times.getCount() == 0 ? 1 : times.getMax() + 1;
    var axis = new NumberAxis(TIME);
    axis.setRange(first, last);
    var format = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    axis.setTickUnit(new NumberTickUnit(FigureAxis.roundStep((last - first) / TICKS), format));
    theme.apply(axis);
    return axis;
  }

  private XYPlot plot(Panel panel) {
    var plot = new XYPlot();
    theme.apply(plot);
    plot.setRangeAxis(figureAxis(panel));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    List<String> order = List.copyOf(styles.keySet());
    List<Line> lines =
        panel.lines().stream().sorted(comparingInt(line -> order.indexOf(line.name()))).toList();
    var renderer = new XYLineAndShapeRenderer(true, true);
    renderer.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < lines.size(); i++) {
      theme.course(renderer, i, styles.get(lines.get(i).name()).small());
    }
    plot.setRenderer(renderer);
    if (panel.measured().findAny().isPresent()) {
      plot.setDataset(dataset(lines));
      panel.spans().forEach(span -> plot.addDomainMarker(theme.span(span), Layer.BACKGROUND));
      panel.levels().forEach(level -> plot.addRangeMarker(theme.level(level), Layer.BACKGROUND));
      panel.marks().forEach(mark -> plot.addDomainMarker(theme.moment(mark.seconds())));
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

  private static XYSeriesCollection dataset(List<Line> lines) {
    var dataset = new XYSeriesCollection();
    for (Line line : lines) {
      var series = new XYSeries(line.name());
      line.points().forEach(point -> series.add(point.seconds(), point.value()));
      dataset.addSeries(series);
    }
    return dataset;
  }
}
