package tasktracker.experiments.report;

import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import tasktracker.experiments.report.Chart.Line;
import tasktracker.experiments.report.Chart.Panel;
import tasktracker.experiments.report.Chart.Point;

/** Turns a {@link Chart} into JFreeChart's terms. */
final class ChartBuilder {

  private static final double HEADROOM = 0.14;
  private static final double GAP_BETWEEN_PANELS = 36;
  private static final int LONGEST_NAME = 44;

  private final Theme theme;
  private final Typeface typeface;
  private final Chart chart;
  private final Map<String, LineStyle> styles;

  ChartBuilder(Chart chart, Theme theme, Typeface typeface) {
    this.chart = chart;
    this.theme = theme;
    this.typeface = typeface;
    styles = Palette.of(chart.names());
  }

  JFreeChart build() {
    var plot = new CombinedDomainXYPlot(loadAxis());
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
    picture.addSubtitle(legend());
    for (String note : chart.notes().reversed()) {
      var title = theme.note(note);
      title.setPosition(RectangleEdge.BOTTOM);
      picture.addSubtitle(title);
    }
    return picture;
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
    plot.setRangeAxis(valueAxis(panel));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    if (panel.measured().findAny().isEmpty()) {
      return plot;
    }
    var repetitions = new XYLineAndShapeRenderer(false, true);
    var means = new XYLineAndShapeRenderer(true, true);
    means.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < panel.lines().size(); i++) {
      LineStyle style = styles.get(panel.lines().get(i).name());
      theme.repetition(repetitions, i, style);
      theme.mean(means, i, style);
    }
    plot.setDataset(0, dataset(panel.lines(), Line::repetitions));
    plot.setRenderer(0, repetitions);
    plot.setDataset(1, dataset(panel.lines(), Line::points));
    plot.setRenderer(1, means);

    var crossings = new XYLineAndShapeRenderer(false, true);
    theme.crossing(crossings);
    plot.setDataset(2, dataset(List.of(new Line("", panel.crossings(), List.of())), Line::points));
    plot.setRenderer(2, crossings);
    return plot;
  }

  private NumberAxis valueAxis(Panel panel) {
    var axis = new NumberAxis(panel.label());
    theme.apply(axis);
    axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ENGLISH));
    double highest = panel.measured().mapToDouble(Point::value).max().orElse(0);
    axis.setRange(0, Math.max(highest * (1 + HEADROOM), panel.smallestMaximum()));
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

  private LegendTitle legend() {
    var items = new LegendItemCollection();
    for (String name : chart.names()) {
      items.add(legendItem(name, styles.get(name)));
    }
    var legend = new LegendTitle(() -> items);
    legend.setItemFont(theme.legendFont());
    legend.setItemPaint(Theme.INK);
    legend.setBackgroundPaint(Theme.BACKGROUND);
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setLegendItemGraphicPadding(new RectangleInsets(2, 0, 2, 10));
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 36));
    legend.setPadding(new RectangleInsets(0, 0, 16, 0));
    return legend;
  }

  private LegendItem legendItem(String name, LineStyle style) {
    return new LegendItem(
        shortened(name),
        null,
        null,
        null,
        true,
        style.marker(),
        true,
        style.color(),
        true,
        Theme.BACKGROUND,
        Theme.LINE,
        true,
        new Line2D.Double(-32, 0, 32, 0),
        Theme.LINE,
        style.color());
  }

  private String shortened(String name) {
    String legible = typeface.legible(name);
    return legible.length() <= LONGEST_NAME
        ? legible
        : legible.substring(0, LONGEST_NAME - 1) + "…";
  }
}
