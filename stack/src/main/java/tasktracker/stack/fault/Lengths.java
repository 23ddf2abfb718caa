package tasktracker.stack.fault;

import java.time.Duration;
import java.util.Locale;
import tasktracker.load.model.Durations;

/** Checks and spells the times and shares of faults. */
final class Lengths {
  private Lengths() {}

  static void requirePositive(String name, Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive, not " + time);
    }
  }

  static void requireShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be between 0 and 1, not " + share);
    }
  }

  /** With a blank before the unit, as prose has it. */
  static String text(Duration time) {
    return Durations.format(time).replaceFirst("(\\d)([a-z])", "$1 $2");
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
