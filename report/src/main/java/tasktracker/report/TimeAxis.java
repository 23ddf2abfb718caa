package tasktracker.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.SortedSet;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/** A linear axis of seconds with a few round ticks. */
final class TimeAxis {
  private static final int TICKS = 12;

  private TimeAxis() {}

  /**
   * Creates the axis.
   *
   * @param seconds all moments to show, each the middle of a second
   */
  static NumberAxis of(String label, SortedSet<Double> seconds) {
    double first = seconds.isEmpty() ? 0 : Math.max(0, seconds.first() - 1);
    double last = seconds.isEmpty() ? 1 : seconds.last() + 1;
    var axis = new NumberAxis(label);
    axis.setRange(first, last);
    axis.setTickUnit(
        new NumberTickUnit(
            FigureAxis.roundStep((last - first) / TICKS),
            new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH))));
    return axis;
  }
}
