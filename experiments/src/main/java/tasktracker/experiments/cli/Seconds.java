package tasktracker.experiments.cli;

import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine.TypeConversionException;

/** Durations of options whose name says that they are in seconds: {@code 60}, {@code 0.5}. */
final class Seconds {
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Duration.ofDays(7).toSeconds());

  private Seconds() {}

  static Duration parse(String text) {
    try {
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.signum() >= 0 && seconds.compareTo(LONGEST) <= 0) {
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
      }
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number of seconds such as 60");
    }
    throw new TypeConversionException(
        "'" + text + "' is not between 0 and " + LONGEST + " seconds");
  }
}
