package tasktracker.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** The one look of all pictures: made for slides, read from the last row. */
final class Theme {

  static final int WIDTH = 1920;
  static final int HEIGHT = 1080;

  static final Color BACKGROUND = Color.WHITE;
  static final Color INK = new Color(0x222222);
  static final Color FAINT_INK = new Color(0x5A5A5A);
  static final Color SPAN = new Color(0xEFEFEF);
  private static final Color FAINT_SPAN = new Color(0xF8F8F8);
  private static final Color GRID = new Color(0xE3E3E3);
  private static final Color AXIS = new Color(0x9A9A9A);

  static final RectangleInsets MARGIN = new RectangleInsets(36, 48, 32, 56);
  static final double RING_RADIUS = 26;
  static final Stroke LINE = round(6);
  private static final Stroke HALO = round(3);
  private static final Stroke HAIRLINE = round(2);
  private static final Stroke DASHES =
      new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {12, 8}, 0);
  private static final int REPETITION_OPACITY = 110;
  private static final int BAND_OPACITY = 42;

  private final Typeface typeface;

  Theme(Typeface typeface) {
    this.typeface = typeface;
  }

  Font axisFont() {
    return typeface.regular(32);
  }

  Font legendFont() {
    return typeface.semiBold(32);
  }

  Font valueFont() {
    return typeface.semiBold(27);
  }

  Font spanFont() {
    return typeface.regular(27);
  }

  TextTitle title(String text) {
    return text(text, typeface.semiBold(52), INK, new RectangleInsets(0, 0, 8, 0));
  }

  TextTitle subtitle(String text) {
    return text(text, typeface.regular(30), FAINT_INK, new RectangleInsets(0, 0, 18, 0));
  }

  TextTitle note(String text) {
    return text(text, typeface.regular(28), INK, new RectangleInsets(6, 0, 0, 0));
  }

  private TextTitle text(String text, Font font, Color color, RectangleInsets margin) {
    var title = new TextTitle(typeface.legible(text), font);
    title.setPaint(color);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setMargin(margin);
    title.setMaximumLinesToDisplay(2);
    return title;
  }

  void apply(XYPlot plot) {
    plot.setBackgroundPaint(BACKGROUND);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(AXIS);
    plot.setRangeZeroBaselineStroke(HAIRLINE);
    plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
    plot.setNoDataMessage("No such figure in these results");
    plot.setNoDataMessageFont(axisFont());
    plot.setNoDataMessagePaint(FAINT_INK);
  }

  void apply(ValueAxis axis) {
    axis.setLabelFont(axisFont());
    axis.setTickLabelFont(typeface.regular(30));
    axis.setLabelPaint(INK);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(AXIS);
    axis.setAxisLineStroke(HAIRLINE);
    axis.setTickMarkPaint(AXIS);
    axis.setTickMarkStroke(HAIRLINE);
    axis.setTickMarkOutsideLength(10);
    axis.setTickLabelInsets(new RectangleInsets(6, 10, 6, 10));
    axis.setLabelInsets(new RectangleInsets(8, 4, 4, 12));
  }

  /** Means: thick lines, and markers that a white edge keeps apart where they meet. */
  void mean(XYLineAndShapeRenderer renderer, int series, LineStyle style) {
    renderer.setSeriesPaint(series, style.color());
    renderer.setSeriesStroke(series, LINE);
    renderer.setSeriesShape(series, style.marker());
    renderer.setUseOutlinePaint(true);
    renderer.setSeriesOutlinePaint(series, BACKGROUND);
    renderer.setSeriesOutlineStroke(series, HALO);
  }

  /** A figure second by second: a thinner line with a small marker at each of them. */
  void course(XYLineAndShapeRenderer renderer, int series, LineStyle style) {
    renderer.setSeriesPaint(series, style.color());
    renderer.setSeriesStroke(series, round(4));
    renderer.setSeriesShape(series, style.small().marker());
  }

  /** Single runs: small and translucent. */
  void repetition(XYLineAndShapeRenderer renderer, int series, LineStyle style) {
    renderer.setSeriesPaint(series, translucent(style.color(), REPETITION_OPACITY));
    renderer.setSeriesShape(series, new Ellipse2D.Double(-8, -8, 16, 16));
  }

  /** Intervals: a light band in the colour of their line. */
  XYPolygonAnnotation band(double[] outline, LineStyle style) {
    return new XYPolygonAnnotation(outline, null, null, translucent(style.color(), BAND_OPACITY));
  }

  /** A stretch of the horizontal axis: shaded, behind everything; a moment is a dashed line. */
  Marker span(Chart.Span span) {
    if (span.from() == span.to()) {
      return new ValueMarker(span.from(), FAINT_INK, DASHES);
    }
    var marker = new IntervalMarker(span.from(), span.to(), span.faint() ? FAINT_SPAN : SPAN);
    marker.setAlpha(1);
    return marker;
  }

  /** A crossing: an open ring. */
  void crossing(XYLineAndShapeRenderer renderer) {
    renderer.setSeriesPaint(0, INK);
    renderer.setSeriesShape(
        0, new Ellipse2D.Double(-RING_RADIUS, -RING_RADIUS, 2 * RING_RADIUS, 2 * RING_RADIUS));
    renderer.setSeriesShapesFilled(0, false);
    renderer.setSeriesOutlineStroke(0, round(4));
    renderer.setSeriesStroke(0, round(4));
  }

  private static Color translucent(Color color, int opacity) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
  }

  private static Stroke round(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
