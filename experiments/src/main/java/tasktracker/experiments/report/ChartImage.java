package tasktracker.experiments.report;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import tasktracker.experiments.EnvironmentException;
import tasktracker.experiments.report.Chart.Line;
import tasktracker.experiments.report.Chart.Panel;
import tasktracker.experiments.report.Chart.Point;

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
   * @throws EnvironmentException if this machine cannot draw
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Chart chart, Path file) {
    write(draw(chart), file);
  }

  /**
   * Writes a chart as PNG.
   *
   * @throws EnvironmentException if this machine cannot draw
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(TimeChart chart, Path file) {
    write(draw(chart), file);
  }

  private static void write(BufferedImage image, Path file) {
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage draw(Chart chart) {
    Typeface typeface = Typeface.bundled();
    var theme = new Theme(typeface);
    return draw(
        new ChartBuilder(chart, theme, typeface).build(),
        (plots, areas, graphics) -> drawTexts(chart, plots, areas, graphics, theme));
  }

  static BufferedImage draw(TimeChart chart) {
    Typeface typeface = Typeface.bundled();
    var theme = new Theme(typeface);
    return draw(
        new TimeChartBuilder(chart, theme, typeface).build(),
        (plots, areas, graphics) -> drawTexts(chart, plots, areas, graphics, theme));
  }

  /** Draws what depends on where the panels have come to lie. */
  private interface Texts {
    void draw(List<XYPlot> plots, List<Rectangle2D> areas, Graphics2D graphics);
  }

  private static BufferedImage draw(JFreeChart picture, Texts texts) {
    var image = new BufferedImage(Theme.WIDTH, Theme.HEIGHT, BufferedImage.TYPE_INT_RGB);
    var info = new ChartRenderingInfo();
    Graphics2D graphics = image.createGraphics();
    try {
      picture.draw(graphics, new Rectangle2D.Double(0, 0, Theme.WIDTH, Theme.HEIGHT), info);
      List<XYPlot> plots = new ArrayList<>();
      List<Rectangle2D> areas = new ArrayList<>();
      for (Object plot : ((CombinedDomainXYPlot) picture.getPlot()).getSubplots()) {
        areas.add(info.getPlotInfo().getSubplotInfo(plots.size()).getDataArea());
        plots.add((XYPlot) plot);
      }
      texts.draw(plots, areas, graphics);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private static void drawTexts(
      TimeChart chart,
      List<XYPlot> plots,
      List<Rectangle2D> areas,
      Graphics2D graphics,
      Theme theme) {
    for (int i = 0; i < plots.size(); i++) {
      TimeChart.Panel panel = chart.panels().get(i);
      drawLabel(panel.label(), areas.get(i), graphics, theme);
      graphics.setFont(theme.markFont());
      Moments.draw(panel.marks(), plots.get(i), areas.get(i), graphics);
    }
  }

  private static void drawLabel(String label, Rectangle2D area, Graphics2D graphics, Theme theme) {
    graphics.setFont(theme.axisFont());
    graphics.setColor(Theme.INK);
    graphics.drawString(
        label, (float) Theme.MARGIN.getLeft(), (float) area.getY() - LABEL_DISTANCE);
  }

  private static void drawTexts(
      Chart chart, List<XYPlot> plots, List<Rectangle2D> areas, Graphics2D graphics, Theme theme) {
    Map<String, LineStyle> styles = Palette.of(chart.names());
    for (int i = 0; i < plots.size(); i++) {
      Panel panel = chart.panels().get(i);
      XYPlot plot = plots.get(i);
      Rectangle2D area = areas.get(i);
      drawLabel(panel.label(), area, graphics, theme);
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
  }

  private static ValueLabels.Marker marker(Point point, XYPlot plot, Rectangle2D area) {
    double x = plot.getDomainAxis().valueToJava2D(point.load(), area, RectangleEdge.BOTTOM);
    double y = plot.getRangeAxis().valueToJava2D(point.value(), area, RectangleEdge.LEFT);
    return new ValueLabels.Marker(new Point2D.Double(x, y), point.value());
  }
}
