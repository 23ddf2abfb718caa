package tasktracker.service.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables of one feature to the state of the scripts in {@code db/migration/<feature>}.
 * Features that share a database have histories of their own; processes that migrate at the same
 * time wait for each other. Flyway does it, where there is something to do: to find that there is
 * nothing takes it longer than the rest of a service needs to start.
 *
 * @param feature name of the feature, which is part of the name of a table
 */
record Migration(String feature) {

  /** Of the advisory lock that everything which migrates this database takes; any number does. */
  private static final long LOCK = 20_260_117;

  /**
   * Migrates.
   *
   * @param source opens connections that wait for as long as others may take
   */
  void run(DataSource source) throws SQLException {
    Map<String, Integer> scripts = MigrationScripts.of(feature);
    try (Connection holder = source.getConnection();
        Statement statement = holder.createStatement()) {
      if (executed(statement).entrySet().containsAll(scripts.entrySet())) {
        return;
      }
      // Flyway locks too late: a history that another process has just created makes it give up.
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      if (!executed(statement).entrySet().containsAll(scripts.entrySet())) {
        Flyway.configure(Migration.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:" + MigrationScripts.folder(feature))
            .table(history())
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load()
            .migrate();
      }
    }
  }

  private String history() {
    return "schema_history_" + feature;
  }

  /** Names of the scripts that have been run, and their checksums of then. */
  private Map<String, Integer> executed(Statement statement) throws SQLException {
    Map<String, Integer> scripts = new HashMap<>();
    if (hasHistory(statement)) {
      try (ResultSet row =
          statement.executeQuery("SELECT script, checksum FROM " + history() + " WHERE success")) {
        while (row.next()) {
          scripts.put(row.getString(1), row.getInt(2));
        }
      }
    }
    return scripts;
  }

  private boolean hasHistory(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT to_regclass('" + history() + "') IS NOT NULL")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
