package tasktracker.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;
import tasktracker.service.Component;
import tasktracker.service.SettingException;
import tasktracker.service.StartException;
import tasktracker.service.http.ProblemException;

/**
 * A PostgreSQL database behind a limited number of pooled connections. Recovers by itself when the
 * database comes back. Thread-safe.
 */
public final class Database implements Component {

  private static final Logger LOG = Logger.getLogger(Database.class.getName());

  /** When many services start at once, an attempt that was given up is work done in vain. */
  private static final Duration START_PATIENCE = Duration.ofSeconds(30);

  private static final Duration START_PAUSE = Duration.ofMillis(50);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** With the wait for a connection less than callers of a service wait: they get an answer. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration POOL_WAIT = Duration.ofSeconds(2);

  private final DatabaseSettings settings;
  private final RetryingDataSource source = new RetryingDataSource();
  private final HikariDataSource pool;

  /** One for each connection, first come first served: the pool itself lets latecomers pass. */
  private final Semaphore turns;

  private final Probe probe;
  private final Jdbi jdbi;

  /** Creates a database without waiting for it; {@link #prepare} does. */
  public Database(DatabaseSettings settings) {
    this.settings = settings;
    this.turns = new Semaphore(settings.poolSize(), true);
    this.pool =
        new HikariDataSource(
            pool(settings, settings.applyTo(source, CONNECT_TIMEOUT, ANSWER_TIMEOUT)));
    this.probe =
        new Probe(settings.applyTo(new PGSimpleDataSource(), Probe.TIMEOUT, Probe.TIMEOUT));
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Runs statements on one connection, each statement a transaction of its own.
   *
   * @throws ProblemException 503 if the database cannot be reached, or no connection is free in
   *     time
   */
  public <T, X extends Exception> T call(HandleCallback<T, X> statements) throws X {
    refuseWhileAway();
    awaitTurn();
    try {
      return jdbi.withHandle(statements);
    } catch (JdbiException e) {
      if (Outage.isOutage(e)) {
        throw unavailable(e);
      }
      throw e;
    } finally {
      turns.release();
    }
  }

  /** No use in waiting for a connection when the last one is gone and no other is to be had. */
  private void refuseWhileAway() {
    if (source.isFailing() && pool.getHikariPoolMXBean().getTotalConnections() == 0) {
      throw unavailable(null);
    }
  }

  private void awaitTurn() {
    try {
      if (!turns.tryAcquire(POOL_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw ProblemException.unavailable("The database is too busy", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.unavailable("Interrupted while waiting for the database", e);
    }
  }

  private static ProblemException unavailable(Exception cause) {
    return ProblemException.unavailable("The database cannot be reached", cause);
  }

  /**
   * Migrates the tables of one feature with the scripts in {@code db/migration/<feature>}. Features
   * that share a database have histories of their own; processes that migrate at the same time wait
   * for each other. A database that goes away meanwhile is waited for. Connections are its own,
   * because the pool gives up sooner than a busy machine connects.
   */
  public void migrate(String feature) {
    while (true) {
      try {
        new Migration(feature).run(patient());
        return;
      } catch (FlywayException | SQLException e) {
        if (!Outage.isOutage(e)) {
          throw new StartException(
              "cannot migrate the tables of %s: %s"
                  .formatted(feature, e.getMessage().lines().findFirst().orElse("no reason given")),
              e);
        }
        prepare();
      }
    }
  }

  /** Waits until the database answers, however long that takes: it may be started later. */
  @Override
  public void prepare() {
    boolean told = false;
    while (true) {
      try {
        probe.ask(patient());
        return;
      } catch (SQLException e) {
        if (!Outage.isOutage(e)) {
          throw new SettingException(
              "DATABASE_URL is '%s': PostgreSQL refused the connection of user %s: %s"
                  .formatted(settings.url(), settings.user(), e.getMessage()));
        }
        if (!told) {
          told = true;
          LOG.warning(() -> "waiting for %s: %s".formatted(settings.url(), e.getMessage()));
        }
        pause();
      }
    }
  }

  private PGSimpleDataSource patient() {
    return settings.applyTo(new PGSimpleDataSource(), START_PATIENCE, START_PATIENCE);
  }

  @Override
  public boolean isHealthy() {
    return probe.answers();
  }

  @Override
  public void close() {
    source.stop();
    probe.close();
    pool.close();
  }

  private static void pause() {
    try {
      Thread.sleep(START_PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while waiting for the database", e);
    }
  }

  private static HikariConfig pool(DatabaseSettings settings, PGSimpleDataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("database");
    config.setMaximumPoolSize(settings.poolSize());
    // More are opened when they are needed, and then kept: all at once would delay the start.
    config.setMinimumIdle(1);
    config.setIdleTimeout(0);
    config.setConnectionTimeout(POOL_WAIT.toMillis());
    config.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
    // The server starts before its database; prepare() waits for it.
    config.setInitializationFailTimeout(-1);
    return config;
  }
}
