package tasktracker.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasktracker.service.StartException;

class MigrationTest {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopPostgres() throws Exception {
    postgres.close();
  }

  @Test
  void letsTwelveReplicasOfTwoFeaturesMigrateAtOnce() throws Exception {
    Callable<Long> replica =
        () -> {
          try (Database database = open()) {
            database.prepare();
            database.migrate("apples");
            database.migrate("pears");
            return count(database, "select count(*) from apples") * 10
                + count(database, "select count(*) from pears");
          }
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> counts =
          threads.invokeAll(Stream.generate(() -> replica).limit(12).toList());

      for (Future<Long> count : counts) {
        assertThat(count.get()).isEqualTo(21);
      }
    }
  }

  @Test
  void waitsForNobodyWhereThereIsNothingToDo() throws Exception {
    String name = newDatabase("done");
    try (Database other = open(name);
        Database database = open(name)) {
      other.migrate("apples");

      other.call(handle -> {
        handle.execute("select pg_advisory_lock(20260117)");
        database.migrate("apples");
        return handle.execute("select pg_advisory_unlock(20260117)");
      });

      assertThat(count(database, "select count(*) from apples")).isEqualTo(2);
    }
  }

  @Test
  void runsTheScriptsThatAreMissing() throws Exception {
    try (Database database = open(newDatabase("missing"))) {
      database.migrate("apples");
      database.call(handle ->
          handle.execute(
              "delete from schema_history_apples where version = '2'; delete from apples where id = 2"));

      database.migrate("apples");

      assertThat(count(database, "select count(*) from apples")).isEqualTo(2);
    }
  }

  @Test
  void refusesADatabaseThatAnotherScriptOfTheSameNameHasMade() throws Exception {
    try (Database database = open(newDatabase("changed"))) {
      database.migrate("apples");
      database.call(handle ->
          handle.execute("update schema_history_apples set checksum = 1 where version = '2'"));

      assertThatThrownBy(() -> database.migrate("apples"))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("cannot migrate the tables of apples");
    }
  }

  private static Database open() {
    return open("postgres");
  }

  private static Database open(String name) {
    return new Database(
        new DatabaseSettings(postgres.getJdbcUrl("postgres", name), "postgres", "", 2));
  }

  private static String newDatabase(String name) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return name;
  }

  private static long count(Database database, String sql) {
    return database.call(handle -> handle.createQuery(sql).mapTo(long.class).one());
  }
}
