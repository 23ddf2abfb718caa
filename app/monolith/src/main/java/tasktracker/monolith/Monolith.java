package tasktracker.monolith;

import tasktracker.service.ApiDescription;
import tasktracker.service.Environment;
import tasktracker.service.Identity;
import tasktracker.service.Launcher;
import tasktracker.service.Server;
import tasktracker.service.ServerSettings;
import tasktracker.service.auth.Caller;
import tasktracker.service.auth.Tokens;
import tasktracker.service.database.Database;
import tasktracker.service.database.DatabaseSettings;
import tasktracker.service.http.ClientAddress;
import tasktracker.stats.StatsFeature;
import tasktracker.stats.TaskTotals;
import tasktracker.tasks.TaskCounts;
import tasktracker.tasks.TaskFeature;
import tasktracker.users.UserFeature;

/** All features in one process, on one database. */
public final class Monolith {

  private static final int DEFAULT_PORT = 9000;

  private Monolith() {}

  /** Runs the application until SIGTERM. */
  public static void main(String[] args) {
    Launcher.run(Monolith::start);
  }

  /** Starts the application in this process. */
  public static Server start(Environment environment) {
    ServerSettings settings = ServerSettings.from(environment, DEFAULT_PORT);
    Tokens tokens = Tokens.from(environment);
    Database database = new Database(DatabaseSettings.from(environment));
    TaskFeature tasks = new TaskFeature(database, tokens);
    return Server.start(
        Identity.application("tasktracker"),
        settings,
        database,
        tasks,
        new StatsFeature(tokens, caller -> totals(tasks, caller)),
        new UserFeature(environment, database, tokens, ClientAddress.OF_PEER),
        new ApiDescription());
  }

  private static TaskTotals totals(TaskFeature tasks, Caller caller) {
    TaskCounts counts = tasks.count(caller.userId());
    return new TaskTotals(counts.total(), counts.completed());
  }
}
