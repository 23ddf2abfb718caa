package tasktracker.service.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Points in time as the contract writes them. */
final class InstantText {

  private static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999Z");

  private InstantText() {}

  /**
   * Reads ISO 8601: a date with time and offset, without offset (taken as UTC), or a date alone
   * (its first moment in UTC). Truncated to microseconds, which is what PostgreSQL keeps.
   */
  static Instant parse(String text) {
    try {
      Instant instant = parseAny(text).truncatedTo(ChronoUnit.MICROS);
      if (!instant.isBefore(MIN) && !instant.isAfter(MAX)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Answered below like a date out of range.
    }
    throw new InvalidFieldException("must be a date like 2026-01-31T12:00:00Z");
  }

  private static Instant parseAny(String text) {
    if (!text.contains("T")) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    return DateTimeFormatter.ISO_DATE_TIME
        .parseBest(text, OffsetDateTime::from, LocalDateTime::from)
        .query(time ->
            time instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : OffsetDateTime.from(time).toInstant());
  }
}
