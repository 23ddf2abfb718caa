package tasktracker.users;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import tasktracker.service.database.Database;
import tasktracker.service.database.Timestamps;

/** Accounts in PostgreSQL. Thread-safe. */
final class UserStore {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String COLUMNS =
      "id, email, username, full_name, is_active, is_superuser, created_at, updated_at";

  private final Database database;

  UserStore(Database database) {
    this.database = database;
  }

  /** Adds an account; empty if its name or e-mail address is taken. */
  Optional<User> add(Registration registration, String passwordHash) {
    try {
      return database.call(handle ->
          handle
              .createQuery(
                  "insert into users (email, username, full_name, password_hash)"
                      + " values (?, ?, ?, ?) returning "
                      + COLUMNS)
              .bind(0, registration.email())
              .bind(1, registration.username())
              .bind(2, registration.fullName())
              .bind(3, passwordHash)
              .map((row, context) -> user(row))
              .findOne());
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException cause
          && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  Optional<User> find(long id) {
    return database.call(handle ->
        handle
            .createQuery("select " + COLUMNS + " from users where id = ?")
            .bind(0, id)
            .map((row, context) -> user(row))
            .findOne());
  }

  Optional<StoredPassword> findPassword(String username) {
    return database.call(handle ->
        handle
            .createQuery("select id, password_hash from users where username = ?")
            .bind(0, username)
            .map((row, context) -> new StoredPassword(row.getLong(1), row.getString(2)))
            .findOne());
  }

  /** Whose password it is, and its hash. */
  record StoredPassword(long userId, String hash) {}

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getBoolean(5),
        row.getBoolean(6),
        Timestamps.read(row, 7),
        Timestamps.read(row, 8));
  }
}
