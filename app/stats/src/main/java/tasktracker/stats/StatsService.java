package tasktracker.stats;

import tasktracker.service.Environment;
import tasktracker.service.Identity;
import tasktracker.service.Launcher;
import tasktracker.service.Server;
import tasktracker.service.ServerSettings;
import tasktracker.service.auth.Tokens;

/** The stats-service of the split form. */
public final class StatsService {

  private static final int DEFAULT_PORT = 8003;

  private StatsService() {}

  /** Runs the service until SIGTERM. */
  public static void main(String[] args) {
    Launcher.run(StatsService::start);
  }

  /** Starts the service in this process. Reads {@code TASK_SERVICE_URLS}. */
  public static Server start(Environment environment) {
    ServerSettings settings = ServerSettings.from(environment, DEFAULT_PORT).behindGateway();
    Tokens tokens = Tokens.from(environment);
    TaskServiceClient tasks = TaskServiceClient.from(environment);
    return Server.start(
        Identity.service("stats-service"), settings, tasks, new StatsFeature(tokens, tasks));
  }
}
