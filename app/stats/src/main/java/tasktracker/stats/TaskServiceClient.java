package tasktracker.stats;

import java.io.IOException;
import java.time.Duration;
import tasktracker.service.Component;
import tasktracker.service.Environment;
import tasktracker.service.auth.Caller;
import tasktracker.service.http.ContractJson;
import tasktracker.service.http.ProblemException;
import tasktracker.service.upstream.Upstream;
import tasktracker.service.upstream.UpstreamRequest;
import tasktracker.service.upstream.UpstreamResponse;
import tasktracker.service.upstream.UpstreamSettings;
import tools.jackson.core.JacksonException;

/** Asks the task-service, in the caller's name. */
final class TaskServiceClient implements TaskTotalsSource, Component {

  private static final String PATH = "/api/v1/tasks/stats";
  private static final int OK = 200;

  /** Less than the gateway waits, so that a stuck task service gives an answer and not silence. */
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(8);

  private final Upstream tasks;

  private TaskServiceClient(Upstream tasks) {
    this.tasks = tasks;
  }

  /** Reads {@code TASK_SERVICE_URLS}. */
  static TaskServiceClient from(Environment environment) {
    return new TaskServiceClient(
        new Upstream(
            "task-service",
            environment.urls("TASK_SERVICE_URLS", "http://127.0.0.1:8002"),
            UpstreamSettings.DEFAULTS.withTimeouts(
                UpstreamSettings.DEFAULTS.connectTimeout(), RESPONSE_TIMEOUT)));
  }

  @Override
  public TaskTotals totalsOf(Caller caller) {
    UpstreamRequest request =
        new UpstreamRequest("GET", PATH).header("Authorization", "Bearer " + caller.token());
    try (UpstreamResponse response = tasks.send(request)) {
      byte[] body = response.body().readAllBytes();
      if (response.status() == OK) {
        return ContractJson.mapper().readValue(body, TaskTotals.class);
      }
      throw unavailable(null);
    } catch (IOException | JacksonException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void close() {
    tasks.close();
  }

  private static ProblemException unavailable(Exception cause) {
    return ProblemException.unavailable("The task service cannot be asked now", cause);
  }
}
