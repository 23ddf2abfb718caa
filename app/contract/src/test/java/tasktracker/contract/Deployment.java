package tasktracker.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Returns settings for a server on a free port. */
  static Environment environment(String databaseUrl, Map<String, String> more) {
    return Environment.of(
        Stream.of(
                Map.of(
                    "PORT", "0",
                    "JWT_SECRET", SECRET,
                    "BCRYPT_COST", "4",
                    "DATABASE_URL", databaseUrl,
                    "DATABASE_USER", "postgres"),
                more)
            .flatMap(map -> map.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
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
