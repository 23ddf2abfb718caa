package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose database goes away and comes back. */
class OutageTest {

  @TempDir Path directory;
  private EmbeddedPostgres postgres;
  private Deployment deployment;

  @BeforeEach
  void start() throws Exception {
    postgres =
        EmbeddedPostgres.builder().setDataDirectory(data()).setCleanDataDirectory(false).start();
    deployment = Deployment.monolith(postgres.getJdbcUrl("postgres", "postgres"));
  }

  @AfterEach
  void stop() throws IOException {
    deployment.close();
    postgres.close();
  }

  @Test
  void answers503WithoutItsDatabaseAndRecoversByItself() throws Exception {
    Client user = Client.newUser(deployment);
    long id = user.createTask(Map.of("title", "Survivor"));
    int port = postgres.getPort();

    postgres.close();

    user.get("/health").isProblem(503);
    user.get("/api/v1/tasks/").isProblem(503);
    user.get("/api/v1/tasks/" + id).isProblem(503);
    user.get("/api/v1/stats/").isProblem(503);
    user.register(Client.uniqueName(), Client.PASSWORD).isProblem(503);
    user.get("/").hasStatus(200);

    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data())
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();

    Duration recovery = Await.until(() -> user.get("/api/v1/tasks/" + id).status() == 200);
    assertThat(recovery).isLessThan(Duration.ofSeconds(5));
    user.get("/health").hasStatus(200);
    user.createTask(Map.of("title", "Another"));
  }

  private Path data() {
    return directory.resolve("data");
  }
}
