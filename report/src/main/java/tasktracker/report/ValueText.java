package tasktracker.report;

import java.util.Locale;

/** How values are written in pictures, pages and slides. */
public final class ValueText {

  private static final double SMALLEST = 0.001;

  private ValueText() {}

  /** Three significant digits, and no decimals where they say nothing. */
  public static String of(double value) {
    double size = Math.abs(value);
    if (0 < size && size < SMALLEST) {
      return (value < 0 ? "-" : "") + "<" + SMALLEST;
    }
    int decimals =
        size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ENGLISH, "%,." + decimals + "f", value);
  }

  /** A value with its interval in brackets, as far as it has one. */
  public static String of(Chart.Point point) {
    return point.hasInterval()
        ? "%s [%s–%s]".formatted(of(point.value()), of(point.low()), of(point.high()))
        : of(point.value());
  }
}
