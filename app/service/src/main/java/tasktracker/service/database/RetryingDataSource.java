package tasktracker.service.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections and keeps trying while the database is away. HikariCP itself would wait up to
 * five seconds between two attempts, long after the database is back.
 */
final class RetryingDataSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = Logger.getLogger(RetryingDataSource.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(100);

  private volatile boolean stopped;
  private volatile boolean failing;

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    while (true) {
      try {
        Connection connection = super.getConnection(user, password);
        if (failing) {
          failing = false;
          LOG.info("the database is back");
        }
        return connection;
      } catch (SQLException e) {
        if (stopped || !Outage.isOutage(e)) {
          throw e;
        }
        if (!failing) {
          failing = true;
          LOG.warning(() -> "the database is away: " + e.getMessage());
        }
        pause();
      }
    }
  }

  /** Tells whether the last attempt found the database away. */
  boolean isFailing() {
    return failing;
  }

  /** Lets attempts that are under way end with the failure of the database. */
  void stop() {
    stopped = true;
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
    }
  }
}
