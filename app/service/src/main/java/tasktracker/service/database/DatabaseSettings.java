package tasktracker.service.database;

import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import tasktracker.service.Environment;
import tasktracker.service.SettingException;

/**
 * Where a database is and how many connections it gets.
 *
 * @param url JDBC URL of PostgreSQL
 * @param user name of the database's user
 * @param password password of the database's user, may be empty
 * @param poolSize most pooled connections
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {

  private static final String EXPECTED_URL =
      "a URL like jdbc:postgresql://127.0.0.1:5435/tasktracker_db";

  /**
   * Reads {@code DATABASE_URL}, {@code DATABASE_USER}, {@code DATABASE_PASSWORD} and {@code
   * DATABASE_POOL_SIZE}.
   */
  public static DatabaseSettings from(Environment environment) {
    String url = environment.required("DATABASE_URL", EXPECTED_URL);
    if (!url.startsWith("jdbc:postgresql://")) {
      throw SettingException.of("DATABASE_URL", url, EXPECTED_URL);
    }
    return new DatabaseSettings(
        url,
        environment.required("DATABASE_USER", "the name of a database user"),
        environment.text("DATABASE_PASSWORD").orElse(""),
        environment.integer("DATABASE_POOL_SIZE", 10, 1, 1000));
  }

  /**
   * Points a source of connections to this database.
   *
   * @param connectTimeout longest wait for a connection
   * @param answerTimeout longest wait for the answer to a statement
   */
  PGSimpleDataSource applyTo(
      PGSimpleDataSource source, Duration connectTimeout, Duration answerTimeout) {
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout((int) connectTimeout.toSeconds());
    source.setLoginTimeout((int) connectTimeout.toSeconds());
    source.setSocketTimeout((int) answerTimeout.toSeconds());
    source.setTcpKeepAlive(true);
    // Prepared on the server from the first execution on: the statements are few and all hot.
    source.setPrepareThreshold(1);
    return source;
  }

  @Override
  public String toString() {
    return url;
  }
}
