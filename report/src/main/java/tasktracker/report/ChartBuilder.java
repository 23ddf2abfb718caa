package tasktracker.report;

import static java.util.Comparator.comparingInt;

import java.awt.RenderingHints;
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
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import tasktracker.report.Chart.Line;
import tasktracker.report.Chart.Panel;
import tasktracker.report.Chart.Point;

/** Turns a {@link Chart} into JFreeChart's terms. */
final class ChartBuilder {

  /** Roughly what titles and legend leave, and what a note takes of it. */
  private static final double PLOT_HEIGHT = 660;

  private static final double NOTE_HEIGHT = 44;
  private static final double GAP_BETWEEN_PANELS = 84;

  private final Theme theme;
  private final Typeface typeface;
  private final Chart chart;
  private final boolean course;
  private final SequencedMap<String, LineStyle> styles;

  /**
   * A builder of one picture.
   *
   * @param course whether the horizontal axis is time, with a point for every second
   */
  ChartBuilder(Chart chart, boolean course, Theme theme, Typeface typeface) {
    this.chart = chart;
    this.course = course;
    this.theme = theme;
    this.typeface = typeface;
    styles = Palette.of(chart.names());
  }

  JFreeChart build() {
    var plot = new CombinedDomainXYPlot(horizontalAxis());
    plot.setGap(GAP_BETWEEN_PANELS);
    chart.panels().forEach(panel -> plot.add(plot(panel)));
    var picture = new JFreeChart(null, null, plot, false);
    picture.setBackgroundPaint(Theme.BACKGROUND);
    picture.setPadding(Theme.MARGIN);
    picture.setTextAntiAlias(true);
    picture
        .getRenderingHints()
        .put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    picture.setTitle(theme.title(chart.title()));
    picture.addSubtitle(theme.subtitle(chart.subtitle()));
    picture.addSubtitle(Legend.of(styles, theme, typeface));
    for (String note : chart.notes().reversed()) {
      var title = theme.note(note);
      title.setPosition(RectangleEdge.BOTTOM);
      picture.addSubtitle(title);
    }
    return picture;
  }

  private NumberAxis horizontalAxis() {
    var levels =
        chart.panels().stream()
            .flatMap(panel -> panel.lines().stream())
            .flatMap(line -> line.points().stream())
            .map(Point::load)
            .collect(Collectors.toCollection(TreeSet::new));
    NumberAxis axis =
        course ? TimeAxis.of(chart.loadLabel(), levels) : new LoadAxis(chart.loadLabel(), levels);
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
      if (course) {
        theme.course(means, i, style);
      } else {
        theme.mean(means, i, style);
      }
    }
    var crossings = new XYLineAndShapeRenderer(false, true);
    theme.crossing(crossings);
    panel.spans().forEach(span -> plot.addDomainMarker(theme.span(span), Layer.BACKGROUND));
    Range loads = horizontalAxis().getRange();
    for (Line line : lines.reversed()) {
      Bands.of(line, loads)
          .forEach(band ->
              repetitions.addAnnotation(
                  theme.band(band, styles.get(line.name())), Layer.BACKGROUND));
    }
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
        FigureAxis.of(panel.measured().summaryStatistics(), panel.smallestMaximum(), panelHeight());
    theme.apply(axis);
    return axis;
  }

  private double panelHeight() {
    int panels = chart.panels().size();
    double gaps = GAP_BETWEEN_PANELS * (panels - 1);
    return (PLOT_HEIGHT - NOTE_HEIGHT * chart.notes().size() - gaps) / panels;
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
