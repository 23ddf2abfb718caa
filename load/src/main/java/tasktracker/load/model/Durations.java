package tasktracker.load.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250us}, {@code 50ms}, {@code 1.5s}, {@code 2m}. */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(us|µs|ms|s|m|h)");

  /** Sums of a few of these, in nanoseconds, are far from the end of a {@code long}. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("h", Duration.ofHours(1));
    UNITS.put("m", Duration.ofMinutes(1));
    UNITS.put("s", Duration.ofSeconds(1));
    UNITS.put("ms", Duration.ofMillis(1));
    UNITS.put("us", Duration.ofNanos(1_000));
    UNITS.put("µs", Duration.ofNanos(1_000));
  }

  private Durations() {}

  /**
   * Reads a number with its unit (us, ms, s, m, h); {@code 0} needs no unit.
   *
   * @throws IllegalArgumentException with one line that says what is wrong
   */
  public static Duration parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    if (trimmed.equals("0")) {
      return Duration.ZERO;
    }
    Matcher matcher = FORM.matcher(trimmed);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no duration such as 250us, 50ms, 1.5s, 2m".formatted(text));
    }
    BigDecimal unit = BigDecimal.valueOf(UNITS.get(matcher.group(2)).toNanos());
    BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(unit);
    if (nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
      throw new IllegalArgumentException(
          "\"%s\" is longer than a year, %s".formatted(text, format(LONGEST)));
    }
    return Duration.ofNanos(nanos.longValue());
  }

  /**
   * Checks that a time can be added to others.
   *
   * @throws IllegalArgumentException when it is longer than a year
   */
  public static void requireBounded(String name, Duration time) {
    if (time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s must not be longer than a year, %s: %s".formatted(name, format(LONGEST), time));
    }
  }

  /** Writes a duration in the largest unit that needs no fraction; reads back as itself. */
  public static String format(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos == 0) {
      return "0";
    }
    for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
      if (nanos % unit.getValue().toNanos() == 0) {
        return nanos / unit.getValue().toNanos() + unit.getKey();
      }
    }
    return BigDecimal.valueOf(nanos, 3).stripTrailingZeros().toPlainString() + "us";
  }
}
