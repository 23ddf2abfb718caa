package tasktracker.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasktracker.gateway.Gateway;
import tasktracker.monolith.Monolith;
import tasktracker.service.Server;
import tasktracker.tasks.TaskService;

/** Web front ends of other origins. */
class CorsTest {

  private static final String ORIGIN = "http://localhost:3000";
  private static final Map<String, String> OPEN = Map.of("CORS_ORIGINS", ORIGIN);

  @Test
  void letsTheOriginsInThatAreNamedByTheMonolith() throws IOException {
    String database = Postgres.create("cors_db");
    try (Server server = Monolith.start(Deployment.environment(database, OPEN))) {
      assertOpen(server.port());
    }
  }

  @Test
  void letsTheOriginsInThatAreNamedByTheGateway() throws IOException {
    String database = Postgres.create("cors_task_db");
    try (Server tasks = TaskService.start(Deployment.environment(database, OPEN));
        Server gateway =
            Gateway.start(
                Deployment.environment(
                    "", Map.of("TASK_SERVICE_URLS", tasks.url(), "CORS_ORIGINS", ORIGIN)))) {
      assertOpen(gateway.port());
    }
  }

  @Test
  void letsNobodyInUnlessTold() throws IOException {
    try (Server gateway = Gateway.start(Deployment.environment("", Map.of()))) {
      Answer answer = send(gateway.port(), "GET /health", ORIGIN, "");
      assertThat(answer.headers().map().keySet()).noneMatch(it -> it.startsWith("Access-Control"));
      assertThat(send(gateway.port(), "OPTIONS /health", ORIGIN, preflight("GET")).status())
          .isEqualTo(405);
    }
  }

  private static void assertOpen(int port) throws IOException {
    Answer preflight = send(port, "OPTIONS /api/v1/tasks/1", ORIGIN, preflight("DELETE"));
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("DELETE", "PATCH");
    assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization");

    for (String request : new String[] {"GET /health", "GET /api/v1/tasks/", "GET /nope"}) {
      Answer answer = send(port, request, ORIGIN, "");
      assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
      assertThat(answer.headers().allValues("Vary")).containsExactly("Origin");
    }

    Answer stranger = send(port, "GET /health", "http://evil.example", "");
    assertThat(stranger.header("Access-Control-Allow-Origin")).isNull();
    assertThat(
            send(port, "OPTIONS /api/v1/tasks/1", "http://evil.example", preflight("DELETE"))
                .header("Access-Control-Allow-Origin"))
        .isNull();
  }

  private static String preflight(String method) {
    return "Access-Control-Request-Method: " + method + "\r\n";
  }

  private static Answer send(int port, String request, String origin, String more)
      throws IOException {
    try (RawConnection connection = new RawConnection(port)) {
      connection.send(
          (request + " HTTP/1.1\r\nHost: a\r\nOrigin: " + origin + "\r\n" + more + "\r\n")
              .getBytes(ISO_8859_1));
      return connection.read();
    }
  }
}
