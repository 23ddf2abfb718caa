package tasktracker.report.load;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A linear axis from zero.
 *
 * @param top its upper end
 * @param steps number of equal parts between grid lines
 */
record Scale(double top, int steps) {
  private static final double[] PARTS = {1, 2, 2.5, 5, 10};
  private static final int USUAL_STEPS = 4;

  /** The least round axis that holds a value. */
  static Scale upTo(double value) {
    if (!(value > 0)) {
      return new Scale(1, 1);
    }
    double raw = value / USUAL_STEPS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double part : PARTS) {
      if (raw <= part * power * (1 + 1e-9)) {
        double step = part * power;
        int steps = (int) Math.max(1, Math.ceil(value / step - 1e-9));
        return new Scale(steps * step, steps);
      }
    }
    throw new IllegalStateException("no step for " + value);
  }

  /** Places of the grid lines, 0 for the lower end and 1 for the upper one. */
  double[] places() {
    return IntStream.rangeClosed(0, steps).mapToDouble(i -> (double) i / steps).toArray();
  }

  double place(double value) {
    return Math.clamp(value / top, 0, 1);
  }

  String label(double place) {
    double value = place * top;
    String text = String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.3f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
