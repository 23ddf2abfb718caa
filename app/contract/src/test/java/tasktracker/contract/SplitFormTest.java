package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tasktracker.gateway.Gateway;
import tasktracker.service.Server;
import tasktracker.service.auth.Tokens;
import tasktracker.stats.StatsService;
import tasktracker.tasks.TaskService;

/** What only the split form can get wrong. */
class SplitFormTest {

  private static String databaseUrl;

  private final Tokens tokens = Tokens.from(Deployment.environment("", Map.of()));
  private final String token = tokens.issue(7);
  private Server tasks;
  private Server stats;
  private Server gateway;

  @BeforeAll
  static void createDatabase() {
    databaseUrl = Postgres.create("gateway_test_db");
  }

  @BeforeEach
  void startTasks() {
    tasks = startTasks(0);
  }

  @AfterEach
  void stop() {
    gateway.close();
    stats.close();
    tasks.close();
  }

  private static Server startTasks(int port) {
    return TaskService.start(
        Deployment.environment(databaseUrl, Map.of("PORT", Integer.toString(port))));
  }

  private void startInFrontOf(String taskServiceUrl) {
    stats =
        StatsService.start(Deployment.environment("", Map.of("TASK_SERVICE_URLS", taskServiceUrl)));
    gateway =
        Gateway.start(
            Deployment.environment(
                "",
                Map.of("TASK_SERVICE_URLS", taskServiceUrl, "STATS_SERVICE_URLS", stats.url())));
  }

  @Test
  void opensAtMostTwoConnectionsForFiftyRequestsInARow() throws Exception {
    try (CountingRelay relay = new CountingRelay(tasks.port())) {
      startInFrontOf(relay.url());
      try (RawConnection connection = new RawConnection(gateway.port())) {
        for (int i = 0; i < 50; i++) {
          connection.call("GET", "/api/v1/tasks/", token).hasStatus(200);
        }
      }
      assertThat(relay.acceptedConnections()).isBetween(1, 2);
    }
  }

  @Test
  void opensAtMostTwoConnectionsFromTheStatisticsToTheTasks() throws Exception {
    try (CountingRelay relay = new CountingRelay(tasks.port())) {
      startInFrontOf(relay.url());
      try (RawConnection connection = new RawConnection(stats.port())) {
        for (int i = 0; i < 50; i++) {
          connection.call("GET", "/api/v1/stats/", token).hasStatus(200);
        }
      }
      assertThat(relay.acceptedConnections()).isBetween(1, 2);
    }
  }

  @Test
  void namesARequestThatHasNoName() throws Exception {
    startInFrontOf(tasks.url());
    try (RawConnection connection = new RawConnection(gateway.port())) {
      Answer one = connection.call("GET", "/api/v1/tasks/", token);
      Answer other = connection.call("GET", "/api/v1/tasks/", token);

      assertThat(one.header("X-Request-Id")).isNotBlank();
      assertThat(other.header("X-Request-Id"))
          .isNotBlank()
          .isNotEqualTo(one.header("X-Request-Id"));
    }
  }

  @Test
  void answers503WhileAServiceIsDownAndServesWhenItIsBack() throws Exception {
    startInFrontOf(tasks.url());
    Client user = new Client(gateway.port(), token);
    user.get("/api/v1/tasks/").hasStatus(200);
    user.get("/api/v1/stats/").hasStatus(200);
    int port = tasks.port();

    tasks.close();

    for (int i = 0; i < 3; i++) {
      user.get("/api/v1/tasks/").isProblem(503);
      user.get("/api/v1/stats/").isProblem(503);
    }
    user.get("/health").hasStatus(200);

    tasks = startTasks(port);
    Await.until(() -> user.get("/api/v1/stats/").status() == 200);
    user.get("/api/v1/tasks/").hasStatus(200);
  }
}
