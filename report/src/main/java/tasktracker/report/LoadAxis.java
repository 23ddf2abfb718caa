package tasktracker.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A linear axis with a tick at each tested level; labels that would overlap are left out. */
final class LoadAxis extends NumberAxis {

  @Serial private static final long serialVersionUID = 1;

  private static final double MARGIN = 0.04;
  private static final double SPACE_BETWEEN_LABELS = 14;

  private final transient SortedSet<Double> levels;

  LoadAxis(String label, SortedSet<Double> levels) {
    super(label);
    this.levels = levels;
    double first = levels.isEmpty() ? 0 : levels.first();
    double last = levels.isEmpty() ? 1 : levels.last();
    double margin = first == last ? Math.max(1, first) / 2 : MARGIN * (last - first);
    setRange(first - margin, last + margin);
  }

  @Override
  protected List<NumberTick> refreshTicksHorizontal(
      Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
    var format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    var metrics = graphics.getFontMetrics(getTickLabelFont());
    List<NumberTick> ticks = new ArrayList<>();
    double free = Double.POSITIVE_INFINITY;
    for (double level : List.copyOf(levels).reversed()) {
      double center = valueToJava2D(level, area, edge);
      double half = metrics.stringWidth(format.format(level)) / 2.0;
      boolean fits = center + half < free;
      if (fits) {
        free = center - half - SPACE_BETWEEN_LABELS;
      }
      ticks.add(
          new NumberTick(
              TickType.MAJOR,
              level,
              fits ? format.format(level) : "",
              TextAnchor.TOP_CENTER,
              TextAnchor.CENTER,
              0));
    }
    return ticks;
  }
}
