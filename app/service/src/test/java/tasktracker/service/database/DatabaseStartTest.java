package tasktracker.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DatabaseStartTest {

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
  void opensPooledConnectionsOnlyWhenTheyAreNeeded() throws Exception {
    try (Database earlier = open(postgres.getPort())) {
      earlier.migrate("pears");
    }
    try (SlowRelay relay = new SlowRelay(Duration.ZERO);
        Database database = open(relay.port())) {
      database.prepare();
      database.migrate("pears");
      Thread.sleep(500);

      assertThat(pears(database)).isOne();
      assertThat(relay.connections()).as("probe, migration, and one of the pool").isEqualTo(3);
    }
  }

  /** As on a machine on which many services start: who gives up begins anew, without end. */
  @Test
  @Timeout(60)
  void waitsForADatabaseThatIsSlowToLetItIn() throws Exception {
    try (SlowRelay relay = new SlowRelay(Probe.TIMEOUT.plusMillis(500));
        Database database = open(relay.port())) {
      database.prepare();

      assertThat(database.isHealthy()).isTrue();
    }
  }

  private static long pears(Database database) {
    return database.call(
        handle -> handle.createQuery("select count(*) from pears").mapTo(long.class).one());
  }

  private static Database open(int port) {
    String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    return new Database(new DatabaseSettings(url, "postgres", "", 5));
  }

  /** Passes connections on to the database, after a while. */
  private static final class SlowRelay implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final Duration delay;

    SlowRelay(Duration delay) throws IOException {
      this.delay = delay;
      Thread.ofVirtual().start(this::accept);
    }

    int port() {
      return listener.getLocalPort();
    }

    int connections() {
      return connections.get();
    }

    private void accept() {
      try {
        while (true) {
          Socket near = listener.accept();
          connections.incrementAndGet();
          Thread.ofVirtual().start(() -> pass(near));
        }
      } catch (IOException e) {
        // Closed: the test is over.
        return;
      }
    }

    private void pass(Socket near) {
      try (near;
          Socket far = new Socket(InetAddress.getLoopbackAddress(), postgres.getPort())) {
        Thread.sleep(delay);
        Thread.ofVirtual().start(() -> copy(far, near));
        near.getInputStream().transferTo(far.getOutputStream());
      } catch (IOException e) {
        // One end has gone, and the other goes too.
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void copy(Socket from, Socket to) {
      try (to) {
        from.getInputStream().transferTo(to.getOutputStream());
      } catch (IOException e) {
        // One end has gone, and the other goes too.
        return;
      }
    }

    @Override
    public void close() {
      try {
        listener.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
