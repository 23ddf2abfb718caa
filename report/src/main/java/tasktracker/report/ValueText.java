package tasktracker.report;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How values are written for people: on terminals, in pictures, on pages and slides. */
public final class ValueText {
  /** What stands where a value is missing. */
  public static final String MISSING = "N/A";

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
    return grouped(value, decimals);
  }

  /** A value with its interval in brackets, as far as it has one. */
  public static String of(Chart.Point point) {
    return point.hasInterval()
        ? "%s [%s–%s]".formatted(of(point.value()), of(point.low()), of(point.high()))
        : of(point.value());
  }

  /** A number with two decimals at most, and fewer the larger it is. */
  public static String decimal(double value) {
    double size = Math.abs(value);
    return Double.isFinite(value) ? grouped(value, size >= 100 ? 0 : size >= 10 ? 1 : 2) : MISSING;
  }

  private static String grouped(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** A number with so many decimals, as in a column. */
  public static String fixed(Double value, int decimals) {
    return value == null ? MISSING : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A count with its thousands apart. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A duration in milliseconds, without the unit. */
  public static String millis(Optional<Duration> duration) {
    return duration.map(value -> decimal(value.toNanos() / 1e6)).orElse(MISSING);
  }

  /** A duration in milliseconds with its unit. */
  public static String withUnit(Optional<Duration> duration) {
    return duration.isEmpty() ? MISSING : millis(duration) + " ms";
  }

  /** A share in percent, with the sign. */
  public static String percent(double share) {
    return fixed(100 * share, share > 0 && share < 0.001 ? 3 : 1) + " %";
  }

  /** A share in percent, with the sign. */
  public static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : MISSING;
  }
}
