package tasktracker.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/** The vertical axis: from 0, with few round ticks and room for whole markers and their labels. */
final class FigureAxis {

  private static final double HEADROOM = 60;
  private static final double FOOTROOM = 20;
  private static final double STEP = 66;

  private FigureAxis() {}

  /**
   * Creates the axis.
   *
   * @param figures all values to show
   * @param smallestMaximum where it ends at the earliest
   * @param height of the panel in pixels
   */
  static NumberAxis of(DoubleSummaryStatistics figures, double smallestMaximum, double height) {
    double highest = figures.getCount() == 0 ? 0 : figures.getMax();
    double maximum = Math.max(highest * height / (height - HEADROOM), smallestMaximum);
    var axis = new NumberAxis();
    double footroom = maximum * FOOTROOM / height;
    axis.setRange(figures.getMin() < footroom ? -footroom : 0, maximum);
    axis.setTickUnit(new NumberTickUnit(roundStep(maximum * STEP / height), format()));
    return axis;
  }

  /** The next larger of 1, 2, 5, 10, 20, 50 and so on. */
  static double roundStep(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    double digit = step / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  private static DecimalFormat format() {
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
  }
}
