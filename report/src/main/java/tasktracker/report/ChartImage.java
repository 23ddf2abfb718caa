package tasktracker.report;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import tasktracker.error.EnvironmentException;
import tasktracker.report.Chart.Line;
import tasktracker.report.Chart.Panel;
import tasktracker.report.Chart.Point;
import tasktracker.results.file.TargetFile;

/** Draws charts as pictures of 1920 × 1080 pixels. Safe for several threads at once. */
public final class ChartImage {

  private static final int LABEL_DISTANCE = 22;

  private ChartImage() {}

  /**
   * Loads the fonts, so that a machine without what it takes is found out early.
   *
   * @throws EnvironmentException if this machine cannot draw
   */
  public static void prepare() {
    Typeface.bundled();
  }

  /**
   * Writes a chart as PNG.
   *
   * @throws EnvironmentException if this machine cannot draw, or the file cannot be written
   */
  public static void write(Chart chart, Path file) {
    write(draw(chart), file);
  }

  /**
   * Writes a chart whose horizontal axis is time, with a point for every second, as PNG.
   *
   * @throws EnvironmentException if this machine cannot draw, or the file cannot be written
   */
  public static void writeCourse(Chart chart, Path file) {
    write(draw(chart, true), file);
  }

  private static void write(BufferedImage image, Path file) {
    TargetFile.writing(file, () -> Files.write(file, png(image)));
  }

  /**
   * Returns a chart as PNG.
   *
   * @throws EnvironmentException if this machine cannot draw
   */
  public static byte[] png(Chart chart) {
    return png(draw(chart));
  }

  /**
   * Returns a chart whose horizontal axis is time as PNG.
   *
   * @throws EnvironmentException if this machine cannot draw
   */
  public static byte[] coursePng(Chart chart) {
    return png(draw(chart, true));
  }

  private static byte[] png(BufferedImage image) {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage draw(Chart chart) {
    return draw(chart, false);
  }

  private static BufferedImage draw(Chart chart, boolean course) {
    Typeface typeface = Typeface.bundled();
    var theme = new Theme(typeface);
    JFreeChart picture = new ChartBuilder(chart, course, theme, typeface).build();
    var image = new BufferedImage(Theme.WIDTH, Theme.HEIGHT, BufferedImage.TYPE_INT_RGB);
    var info = new ChartRenderingInfo();
    Graphics2D graphics = image.createGraphics();
    try {
      picture.draw(graphics, new Rectangle2D.Double(0, 0, Theme.WIDTH, Theme.HEIGHT), info);
      drawTexts(chart, course, (CombinedDomainXYPlot) picture.getPlot(), info, graphics, theme);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private static void drawTexts(
      Chart chart,
      boolean course,
      CombinedDomainXYPlot picture,
      ChartRenderingInfo info,
      Graphics2D graphics,
      Theme theme) {
    Map<String, LineStyle> styles = Palette.of(chart.names());
    List<?> plots = picture.getSubplots();
    for (int i = 0; i < plots.size(); i++) {
      Panel panel = chart.panels().get(i);
      var plot = (XYPlot) plots.get(i);
      Rectangle2D area = info.getPlotInfo().getSubplotInfo(i).getDataArea();
      graphics.setFont(theme.axisFont());
      graphics.setColor(Theme.INK);
      graphics.drawString(
          panel.label(), (float) Theme.MARGIN.getLeft(), (float) area.getY() - LABEL_DISTANCE);
      double taken = Theme.MARGIN.getLeft() + graphics.getFontMetrics().stringWidth(panel.label());
      drawSpans(panel, plot, area, taken, graphics, theme);
      if (!course) {
        drawValues(panel, plot, area, styles, graphics, theme);
      }
    }
  }

  private static void drawValues(
      Panel panel,
      XYPlot plot,
      Rectangle2D area,
      Map<String, LineStyle> styles,
      Graphics2D graphics,
      Theme theme) {
    var labels = new ValueLabels(area);
    panel
        .crossings()
        .forEach(point -> labels.avoid(marker(point, plot, area).place(), Theme.RING_RADIUS));
    for (Line line : panel.lines()) {
      if (line.repetitions().isEmpty()) {
        labels.add(
            line.points().stream().map(point -> marker(point, plot, area)).toList(),
            styles.get(line.name()).color());
      }
    }
    labels.draw(graphics, theme.valueFont());
  }

  /** Writes what a shaded stretch is above it, to the right of what the row holds already. */
  private static void drawSpans(
      Panel panel, XYPlot plot, Rectangle2D area, double taken, Graphics2D graphics, Theme theme) {
    graphics.setFont(theme.spanFont());
    graphics.setColor(Theme.FAINT_INK);
    double free = taken + LABEL_DISTANCE;
    for (Chart.Span span : panel.spans()) {
      double middle =
          plot.getDomainAxis()
              .valueToJava2D((span.from() + span.to()) / 2, area, RectangleEdge.BOTTOM);
      double width = graphics.getFontMetrics().stringWidth(span.label());
      double left = Math.max(free, Math.min(middle - width / 2, area.getMaxX() - width));
      graphics.drawString(span.label(), (float) left, (float) area.getY() - LABEL_DISTANCE / 2f);
      free = left + width + LABEL_DISTANCE;
    }
  }

  private static ValueLabels.Marker marker(Point point, XYPlot plot, Rectangle2D area) {
    double x = plot.getDomainAxis().valueToJava2D(point.load(), area, RectangleEdge.BOTTOM);
    double y = plot.getRangeAxis().valueToJava2D(point.value(), area, RectangleEdge.LEFT);
    return new ValueLabels.Marker(new Point2D.Double(x, y), point.value());
  }
}
