package tasktracker.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tasktracker.gateway.Gateway;
import tasktracker.monolith.Monolith;
import tasktracker.service.Environment;
import tasktracker.service.Server;
import tasktracker.stats.StatsService;
import tasktracker.tasks.TaskService;
import tasktracker.users.UserService;

/**
 * A running deployment of the application.
 *
 * @param name what tests call it
 * @param servers its servers in order of start; the last one is where users go
 */
record Deployment(String name, List<Server> servers) implements AutoCloseable {

  static final String SECRET = "a secret that only the tests of the contract know";

  static Deployment monolith(String databaseUrl) {
    return new Deployment("monolith", List.of(Monolith.start(environment(databaseUrl, Map.of()))));
  }

  static Deployment microservices(String userDatabaseUrl, String taskDatabaseUrl) {
    Server users = UserService.start(environment(userDatabaseUrl, Map.of()));
    Server tasks = TaskService.start(environment(taskDatabaseUrl, Map.of()));
    Server stats = StatsService.start(environment("", Map.of("TASK_SERVICE_URLS", tasks.url())));
    Server gateway =
        Gateway.start(
            environment(
                "",
                Map.of(
                    "USER_SERVICE_URLS", users.url(),
                    "TASK_SERVICE_URLS", tasks.url(),
                    "STATS_SERVICE_URLS", stats.url())));
    return new Deployment("microservices", List.of(users, tasks, stats, gateway));
  }

  /** Returns settings for a server on a free port, with more that may replace them. */
  static Environment environment(String databaseUrl, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("PORT", "0");
    variables.put("JWT_SECRET", SECRET);
    variables.put("BCRYPT_COST", "4");
    variables.put("LOGIN_LIMIT", "off");
    variables.put("DATABASE_URL", databaseUrl);
    variables.put("DATABASE_USER", "postgres");
    variables.putAll(more);
    return Environment.of(variables);
  }

  int port() {
    return servers.getLast().port();
  }

  boolean isMonolith() {
    return servers.size() == 1;
  }

  @Override
  public void close() {
    servers.reversed().forEach(Server::close);
  }

  @Override
  public String toString() {
    return name;
  }
}
