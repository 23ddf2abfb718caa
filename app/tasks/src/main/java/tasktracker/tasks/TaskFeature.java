package tasktracker.tasks;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import tasktracker.service.Component;
import tasktracker.service.Routes;
import tasktracker.service.auth.Caller;
import tasktracker.service.auth.Tokens;
import tasktracker.service.database.Database;
import tasktracker.service.http.ContractJson;
import tasktracker.service.http.Decimal;
import tasktracker.service.http.ProblemException;

/** The tasks of a user. Someone else's task does not exist for them. */
public final class TaskFeature implements Component {

  private static final String TASKS = "/api/v1/tasks";
  private static final String TASK = TASKS + "/{id}";

  private final Database database;
  private final Tokens tokens;
  private final TaskStore tasks;

  /** Creates the feature. */
  public TaskFeature(Database database, Tokens tokens) {
    this.database = database;
    this.tokens = tokens;
    this.tasks = new TaskStore(database);
  }

  @Override
  public void addRoutes(Routes routes) {
    routes.add(Method.GET, TASKS, tokens.authenticated(this::list));
    routes.add(Method.POST, TASKS, tokens.authenticated(this::create));
    routes.add(Method.GET, TASKS + "/stats", tokens.authenticated(this::stats));
    routes.add(Method.GET, TASK, tokens.authenticated(this::get));
    routes.add(Method.PUT, TASK, tokens.authenticated(this::update));
    routes.add(Method.DELETE, TASK, tokens.authenticated(this::delete));
    routes.add(Method.PATCH, TASK + "/complete", tokens.authenticated(this::complete));
    routes.add(Method.PATCH, TASK + "/incomplete", tokens.authenticated(this::reopen));
  }

  @Override
  public void prepare() {
    database.migrate("tasks");
  }

  /** Returns how many tasks a user has. */
  public TaskCounts count(long owner) {
    return tasks.count(owner);
  }

  private void list(Caller caller, ServerRequest request, ServerResponse response) {
    new TaskListing(tasks, caller.userId(), TaskQuery.read(request)).send(response);
  }

  private void create(Caller caller, ServerRequest request, ServerResponse response) {
    Task task = tasks.add(caller.userId(), NewTask.read(request));
    ContractJson.send(response, io.helidon.http.Status.CREATED_201, task);
  }

  private void stats(Caller caller, ServerRequest request, ServerResponse response) {
    ContractJson.send(response, count(caller.userId()));
  }

  private void get(Caller caller, ServerRequest request, ServerResponse response) {
    send(response, tasks.find(caller.userId(), id(request)));
  }

  private void update(Caller caller, ServerRequest request, ServerResponse response) {
    send(response, tasks.update(caller.userId(), id(request), TaskUpdate.read(request)));
  }

  private void delete(Caller caller, ServerRequest request, ServerResponse response) {
    if (!tasks.delete(caller.userId(), id(request))) {
      throw notFound();
    }
    response.status(io.helidon.http.Status.NO_CONTENT_204).send();
  }

  private void complete(Caller caller, ServerRequest request, ServerResponse response) {
    send(response, tasks.setStatus(caller.userId(), id(request), TaskStatus.DONE));
  }

  private void reopen(Caller caller, ServerRequest request, ServerResponse response) {
    send(response, tasks.setStatus(caller.userId(), id(request), TaskStatus.TODO));
  }

  private static void send(ServerResponse response, Optional<Task> task) {
    ContractJson.send(response, task.orElseThrow(TaskFeature::notFound));
  }

  private static long id(ServerRequest request) {
    long id = Decimal.parse(request.path().pathParameters().get("id"));
    if (id < 0) {
      throw notFound();
    }
    return id;
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("Task not found");
  }
}
