package tasktracker.service.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Asks the database for a sign of life, over a connection of its own: a busy pool is not a sick
 * database. Answers within about a second. Thread-safe.
 */
final class Probe implements AutoCloseable {

  /** Longest wait for any one answer. */
  static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final DataSource source;
  private final ReentrantLock lock = new ReentrantLock();
  private Connection connection;

  /**
   * Creates a probe.
   *
   * @param source opens connections whose timeouts are {@link #TIMEOUT}
   */
  Probe(DataSource source) {
    this.source = source;
  }

  /** Tells whether the database answers. */
  boolean answers() {
    try {
      ask(source);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Waits for an answer.
   *
   * @param connections opens the connection where there is none yet
   * @throws SQLException if there is none
   */
  void ask(DataSource connections) throws SQLException {
    try {
      if (!lock.tryLock(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SQLException("an earlier probe is still without answer", Outage.NO_CONNECTION);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
    try {
      long start = System.nanoTime();
      if (connection != null && !connection.isValid((int) TIMEOUT.toSeconds())) {
        discard();
        // A connection that ended while nobody asked says nothing; silence does.
        if (System.nanoTime() - start > TIMEOUT.toNanos() / 2) {
          throw new SQLException("no answer within " + TIMEOUT, Outage.NO_CONNECTION);
        }
      }
      if (connection == null) {
        connection = connections.getConnection();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      discard();
    } finally {
      lock.unlock();
    }
  }

  private void discard() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // It is gone either way.
    } finally {
      connection = null;
    }
  }
}
