package tasktracker.stack.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Architecture;
import tasktracker.stack.DataReset;
import tasktracker.stack.DatabaseSpec;

/**
 * Empties the databases of a stack, one after the other.
 *
 * @param passwords by the names of the databases
 */
record DatabaseReset(Architecture architecture, Map<String, String> passwords) {
  /** Seconds; a server that is alive answers in well under one. */
  private static final String PATIENCE = "30";

  /**
   * Does so, past the links that faults may impair.
   *
   * @throws EnvironmentException naming the database that cannot be emptied
   */
  void run() {
    architecture.databases().forEach(this::empty);
  }

  private void empty(DatabaseSpec database) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : DataReset.STATEMENTS) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new EnvironmentException(
          "cannot empty database %s: %s"
              .formatted(database.name(), e.getMessage().lines().findFirst().orElse("no reason")),
          e);
    }
  }

  private Connection connect(DatabaseSpec database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", Postgres.USER);
    properties.setProperty("password", passwords.get(database.name()));
    properties.setProperty("connectTimeout", PATIENCE);
    properties.setProperty("socketTimeout", PATIENCE);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(database.port(), database.database()),
        properties);
  }
}
