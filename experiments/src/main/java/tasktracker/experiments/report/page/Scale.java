package tasktracker.experiments.report.page;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;

/** Round numbers for axes. */
final class Scale {
  private static final double[] CEILINGS = {1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8};
  private static final double[] STEPS = {1, 2, 5};

  private Scale() {}

  /** The next number that four grid lines divide well. */
  static double niceCeiling(double value) {
    if (!(value > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double factor : CEILINGS) {
      if (value <= factor * power) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** Multiples of 1, 2, 5, 10 and so on within a range, not more than so many. */
  static List<Double> ticks(double first, double last, int most) {
    double step = step((last - first) / most);
    List<Double> ticks = new ArrayList<>();
    for (double tick = Math.ceil(first / step) * step; tick <= last; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : STEPS) {
      if (least <= factor * power) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  static String tick(double value) {
    String text = String.format(ROOT, value >= 10 ? "%.0f" : "%.3f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
