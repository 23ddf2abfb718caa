package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tasktracker.gateway.Gateway;
import tasktracker.monolith.Monolith;
import tasktracker.service.Server;
import tasktracker.users.UserService;

/** How log-ins are limited where that is not switched off. */
class LoginLimitTest {

  private static final Map<String, String> LIMITED = Map.of("LOGIN_LIMIT", "3");

  @Test
  void limitsTheMonolithByAccountAndByTheAddressOfThePeer() {
    String database = Postgres.create("login_limit_db");
    try (Server server = Monolith.start(Deployment.environment(database, LIMITED))) {
      assertLimited(server.port());
    }
  }

  @Test
  void limitsTheSplitFormByAccountAndByTheAddressThatTheGatewaySaw() {
    String database = Postgres.create("login_limit_user_db");
    try (Server users = UserService.start(Deployment.environment(database, LIMITED));
        Server gateway =
            Gateway.start(Deployment.environment("", Map.of("USER_SERVICE_URLS", users.url())))) {
      assertLimited(gateway.port());
    }
  }

  /** Three log-ins for each account, good or not; fifteen in vain from the one address. */
  private static void assertLimited(int port) {
    Client client = new Client(port, null);
    client.register("someone", Client.PASSWORD).hasStatus(201);
    client.register("another", Client.PASSWORD).hasStatus(201);
    client.login("someone", Client.PASSWORD).hasStatus(200);
    client.login("someone", "wrong").isProblem(401);
    client.login("someone", Client.PASSWORD).hasStatus(200);
    Answer refusal = client.login("someone", Client.PASSWORD);
    refusal.isProblem(429, "Too many log-ins, try again later");
    assertThat(Integer.parseInt(refusal.header("Retry-After"))).isBetween(1, 20);
    for (int i = 1; i < 15; i++) {
      client.login("nobody" + i, "wrong").isProblem(401);
    }
    client.login("another", Client.PASSWORD).isProblem(429);
  }
}
