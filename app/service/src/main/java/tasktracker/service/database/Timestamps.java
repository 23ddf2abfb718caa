package tasktracker.service.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Points in time as PostgreSQL keeps them ({@code timestamptz}, in microseconds). */
public final class Timestamps {

  private Timestamps() {}

  /** Returns the value of a column, which may be {@code null}. */
  public static Instant read(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Returns what to bind for an instant, which may be {@code null}. */
  public static OffsetDateTime toBind(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
