package tasktracker.results.foreign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Times as load generators write them: Unix time in any of its units, or a date. */
final class TimeCell {
  private static final long LATEST_MILLIS = 32_503_680_000_000L;

  /** Digits of a time in this century, by unit. */
  private static final int MOST_DIGITS_OF_SECONDS = 11;

  private static final int MOST_DIGITS_OF_MILLIS = 14;
  private static final int MOST_DIGITS_OF_MICROS = 17;
  private static final int MOST_DIGITS = 19;

  /** What JMeter is usually set to, in the time zone of this machine. */
  private static final List<DateTimeFormatter> LOCAL =
      List.of(
          DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss[.SSS]"),
          DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS][,SSS]"));

  private TimeCell() {}

  /** Whole seconds since 1970. */
  static long second(CsvRows rows, int column, String name) {
    return Math.floorDiv(millis(rows, column, name), 1000);
  }

  /** Milliseconds since 1970. */
  static long millis(CsvRows rows, int column, String name) {
    String text = rows.text(column).strip();
    long millis = isDigits(text) ? ofDigits(text) : ofDate(text);
    if (millis < 0 || millis > LATEST_MILLIS) {
      throw rows.mistake(column, name, "no time such as 1767186148 or 2026-01-01T12:00:00Z");
    }
    return millis;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long ofDigits(String text) {
    if (text.length() == MOST_DIGITS && text.compareTo(String.valueOf(Long.MAX_VALUE)) > 0) {
      return -1;
    }
    long number = Long.parseLong(text);
    if (text.length() <= MOST_DIGITS_OF_SECONDS) {
      return number * 1000;
    }
    if (text.length() <= MOST_DIGITS_OF_MILLIS) {
      return number;
    }
    return number / (text.length() <= MOST_DIGITS_OF_MICROS ? 1_000 : 1_000_000);
  }

  /** Negative where it is none. */
  private static long ofDate(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException _) {
      return LOCAL.stream().mapToLong(format -> local(text, format)).max().orElse(-1);
    }
  }

  private static long local(String text, DateTimeFormatter format) {
    try {
      Instant at = LocalDateTime.parse(text, format).atZone(ZoneId.systemDefault()).toInstant();
      return at.toEpochMilli();
    } catch (DateTimeException | ArithmeticException _) {
      return -1;
    }
  }
}
