package tasktracker.users;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import tasktracker.service.Component;
import tasktracker.service.Environment;
import tasktracker.service.Routes;
import tasktracker.service.auth.Caller;
import tasktracker.service.auth.Tokens;
import tasktracker.service.database.Database;
import tasktracker.service.http.ClientAddress;
import tasktracker.service.http.ContractJson;
import tasktracker.service.http.ProblemException;
import tasktracker.users.UserStore.StoredPassword;

/** Registration, log-in and profile. */
public final class UserFeature implements Component {

  private final Database database;
  private final Tokens tokens;
  private final Passwords passwords;
  private final UserStore users;
  private final LoginLimit limit;
  private final ClientAddress clientAddress;

  /**
   * Creates the feature; reads {@code BCRYPT_COST} and {@code LOGIN_LIMIT}.
   *
   * @param clientAddress where clients are, whose log-ins are counted
   */
  public UserFeature(
      Environment environment, Database database, Tokens tokens, ClientAddress clientAddress) {
    this.clientAddress = clientAddress;
    this.limit = LoginLimit.from(environment);
    this.database = database;
    this.tokens = tokens;
    this.passwords = Passwords.from(environment);
    this.users = new UserStore(database);
  }

  @Override
  public void addRoutes(Routes routes) {
    routes.add(Method.GET, "/api/v1/auth/me", tokens.authenticated(this::me));
    routes.add(Method.POST, "/api/v1/auth/login", this::login);
    routes.add(Method.POST, "/api/v1/auth/register", this::register);
  }

  @Override
  public void prepare() {
    database.migrate("users");
  }

  @Override
  public void close() {
    passwords.close();
  }

  private void register(ServerRequest request, ServerResponse response) {
    Registration registration = Registration.read(request);
    User user =
        users
            .add(registration, passwords.hash(registration.password()))
            .orElseThrow(() -> ProblemException.badRequest("Username or email already registered"));
    ContractJson.send(response, Status.CREATED_201, user);
  }

  private void login(ServerRequest request, ServerResponse response) {
    Credentials credentials = Credentials.read(request);
    String address = clientAddress.of(request);
    limit.attempt(credentials.username(), address);
    StoredPassword stored = users.findPassword(credentials.username()).orElse(null);
    if (!passwords.matches(credentials.password(), stored == null ? null : stored.hash())) {
      limit.failed(address);
      throw ProblemException.unauthorized("Incorrect username or password");
    }
    ContractJson.send(response, new AccessToken(tokens.issue(stored.userId()), "bearer"));
  }

  private void me(Caller caller, ServerRequest request, ServerResponse response) {
    User user =
        users
            .find(caller.userId())
            .orElseThrow(() -> ProblemException.unauthorized("Could not validate credentials"));
    ContractJson.send(response, user);
  }

  private record AccessToken(String accessToken, String tokenType) {}
}
