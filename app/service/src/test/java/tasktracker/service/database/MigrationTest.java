package tasktracker.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

  private static Database open() {
    return new Database(
        new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 2));
  }

  private static long count(Database database, String sql) {
    return database.call(handle -> handle.createQuery(sql).mapTo(long.class).one());
  }
}
