package tasktracker.users;

import tasktracker.service.Environment;
import tasktracker.service.Identity;
import tasktracker.service.Launcher;
import tasktracker.service.Server;
import tasktracker.service.ServerSettings;
import tasktracker.service.auth.Tokens;
import tasktracker.service.database.Database;
import tasktracker.service.database.DatabaseSettings;
import tasktracker.service.http.ClientAddress;

/** The user-service of the split form. */
public final class UserService {

  private static final int DEFAULT_PORT = 8001;

  private UserService() {}

  /** Runs the service until SIGTERM. */
  public static void main(String[] args) {
    Launcher.run(UserService::start);
  }

  /** Starts the service in this process. */
  public static Server start(Environment environment) {
    ServerSettings settings = ServerSettings.from(environment, DEFAULT_PORT).behindGateway();
    Tokens tokens = Tokens.from(environment);
    Database database = new Database(DatabaseSettings.from(environment));
    return Server.start(
        Identity.service("user-service"),
        settings,
        database,
        new UserFeature(environment, database, tokens, ClientAddress.OF_GATEWAY));
  }
}
