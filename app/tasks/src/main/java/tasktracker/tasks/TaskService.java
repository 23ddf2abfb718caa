package tasktracker.tasks;

import tasktracker.service.Environment;
import tasktracker.service.Identity;
import tasktracker.service.Launcher;
import tasktracker.service.Server;
import tasktracker.service.ServerSettings;
import tasktracker.service.auth.Tokens;
import tasktracker.service.database.Database;
import tasktracker.service.database.DatabaseSettings;

/** The task-service of the split form. */
public final class TaskService {

  private static final int DEFAULT_PORT = 8002;

  private TaskService() {}

  /** Runs the service until SIGTERM. */
  public static void main(String[] args) {
    Launcher.run(TaskService::start);
  }

  /** Starts the service in this process. */
  public static Server start(Environment environment) {
    ServerSettings settings = ServerSettings.from(environment, DEFAULT_PORT).behindGateway();
    Tokens tokens = Tokens.from(environment);
    Database database = new Database(DatabaseSettings.from(environment));
    return Server.start(
        Identity.service("task-service"), settings, database, new TaskFeature(database, tokens));
  }
}
