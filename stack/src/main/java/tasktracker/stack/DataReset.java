package tasktracker.stack;

import java.util.List;

/**
 * Empties a database while its services go on: all rows are gone, identities begin at 1, no dead
 * row is left to be cleaned up later, and nothing waits to be written to disk. The history of
 * Flyway's migrations stays, because the tables stay. Rows that migrations have inserted go as
 * well.
 */
public final class DataReset {
  /** Nobody is asked for anything meanwhile, so that a lock is free at once. */
  private static final String LOCK_TIMEOUT = "SET lock_timeout = '10s'";

  /** Flyway's table has a name that each service chooses, and always this column. */
  private static final String TRUNCATE =
      """
      DO $$
      DECLARE
        tables text;
      BEGIN
        SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') INTO tables
        FROM pg_tables t
        WHERE schemaname = 'public' AND NOT EXISTS (
          SELECT FROM information_schema.columns c
          WHERE c.table_schema = t.schemaname AND c.table_name = t.tablename
            AND c.column_name = 'installed_rank');
        IF tables IS NOT NULL THEN
          EXECUTE 'TRUNCATE TABLE ' || tables || ' RESTART IDENTITY CASCADE';
        END IF;
      END $$\
      """;

  /** In their order, on one connection, each a transaction of its own; for a superuser. */
  public static final List<String> STATEMENTS =
      List.of(LOCK_TIMEOUT, TRUNCATE, "VACUUM (ANALYZE)", "CHECKPOINT");

  private DataReset() {}
}
