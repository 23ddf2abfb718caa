package tasktracker.report.load;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How figures are written for people: three digits or so, {@code N/A} for what is not known. */
public final class Figures {
  /** What stands in place of a figure that there is not. */
  public static final String NONE = "N/A";

  private static final double MANY = 100;
  private static final double SOME = 10;

  private Figures() {}

  /** A duration in milliseconds, without the unit. */
  public static String millis(Optional<Duration> duration) {
    return duration.map(value -> decimal(value.toNanos() / 1e6)).orElse(NONE);
  }

  /** A duration in milliseconds with its unit. */
  public static String withUnit(Optional<Duration> duration) {
    return duration.isEmpty() ? NONE : millis(duration) + " ms";
  }

  /** A count with its thousands apart. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A number with as many decimals as its size makes sense. */
  public static String decimal(double value) {
    double size = Math.abs(value);
    String format = size >= MANY ? "%,.0f" : size >= SOME ? "%.1f" : "%.2f";
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : NONE;
  }

  /** A share in percent, with the sign. */
  public static String percent(double share) {
    String format = share > 0 && share < 0.001 ? "%.3f %%" : "%.1f %%";
    return String.format(Locale.ROOT, format, 100 * share);
  }

  /** A share in percent, with the sign. */
  public static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : NONE;
  }
}
