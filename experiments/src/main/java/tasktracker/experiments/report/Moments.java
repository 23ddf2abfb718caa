package tasktracker.experiments.report;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import tasktracker.experiments.report.TimeChart.Mark;

/** Writes what happened beside the lines that mark moments, each lower than the one before. */
final class Moments {
  private static final int AIR = 8;

  private Moments() {}

  static void draw(List<Mark> marks, XYPlot plot, Rectangle2D area, Graphics2D graphics) {
    FontMetrics metrics = graphics.getFontMetrics();
    double baseline = area.getY() + metrics.getAscent();
    double free = Double.NEGATIVE_INFINITY;
    int row = 0;
    for (Mark mark : marks.stream().sorted(Comparator.comparing(Mark::seconds)).toList()) {
      double x = plot.getDomainAxis().valueToJava2D(mark.seconds(), area, RectangleEdge.BOTTOM);
      double width = metrics.stringWidth(mark.text());
      boolean fits = x + AIR + width < area.getMaxX();
      double left = fits ? x + AIR : x - AIR - width;
      row = left < free ? row + 1 : 0;
      free = Math.max(free, left + width + AIR);
      graphics.drawString(
          mark.text(), (float) left, (float) (baseline + row * metrics.getHeight()));
    }
  }
}
