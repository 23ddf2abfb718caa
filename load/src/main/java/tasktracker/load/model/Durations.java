package tasktracker.load.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 250us}, {@code 1.5s}, {@code 1m30s}. */
public final class Durations {
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(us|µs|ms|s|m|h)\\s*");
  private static final Pattern SECONDS = Pattern.compile("\\d+(?:\\.\\d+)?");

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
   * Reads numbers with their units (us, ms, s, m, h); {@code 0} needs none.
   *
   * @throws IllegalArgumentException with one line that says what is wrong
   */
  public static Duration parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    return bounded(trimmed.equals("0") ? BigDecimal.ZERO : nanos(trimmed, text), text);
  }

  /**
   * The same, or a number of seconds.
   *
   * @throws IllegalArgumentException likewise
   */
  public static Duration parseOrSeconds(String text) {
    String trimmed = text.strip();
    return SECONDS.matcher(trimmed).matches()
        ? bounded(new BigDecimal(trimmed).movePointRight(9), text)
        : parse(text);
  }

  private static Duration bounded(BigDecimal nanos, String text) {
    if (nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
      throw new IllegalArgumentException(
          "\"%s\" is longer than a year, %s".formatted(text, format(LONGEST)));
    }
    return Duration.ofNanos(nanos.longValue());
  }

  private static BigDecimal nanos(String trimmed, String text) {
    BigDecimal sum = BigDecimal.ZERO;
    Matcher part = PART.matcher(trimmed);
    int end = 0;
    while (part.find() && part.start() == end) {
      BigDecimal unit = BigDecimal.valueOf(UNITS.get(part.group(2)).toNanos());
      sum = sum.add(new BigDecimal(part.group(1)).multiply(unit));
      end = part.end();
    }
    if (end == 0 || end != trimmed.length()) {
      throw new IllegalArgumentException(
          "\"%s\" is no time such as 250us, 50ms, 1.5s or 1m30s".formatted(text));
    }
    return sum;
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
