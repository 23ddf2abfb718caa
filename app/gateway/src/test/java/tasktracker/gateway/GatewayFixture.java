package tasktracker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import tasktracker.gateway.RawClient.Response;
import tasktracker.service.Environment;
import tasktracker.service.Server;

/** A gateway in front of one scripted task service, and a client that is connected to it. */
@Timeout(10)
abstract class GatewayFixture {

  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  static final String TASKS = "/api/v1/tasks/";

  ScriptedServer tasks;
  RawClient client;
  private Server gateway;

  @AfterEach
  void stop() throws IOException {
    if (gateway != null) {
      client.close();
      gateway.close();
      tasks.close();
    }
  }

  void start(ScriptedServer.Script script) throws IOException {
    start(script, Map.of());
  }

  void start(ScriptedServer.Script script, Map<String, String> settings) throws IOException {
    tasks = new ScriptedServer(script);
    Map<String, String> all = new HashMap<>(settings);
    all.put("PORT", "0");
    all.put("TASK_SERVICE_URLS", tasks.url().toString());
    gateway = Gateway.start(Environment.of(all));
    client = new RawClient(gateway.url());
  }

  /** Connects another client. */
  RawClient connect() throws IOException {
    return new RawClient(gateway.url());
  }

  static void assertProblem(Response response, int status, String detail) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.header("Content-Type")).containsExactly("application/problem+json");
    assertThat(response.body()).contains("\"detail\":\"" + detail + "\"");
  }
}
