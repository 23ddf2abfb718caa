package tasktracker.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tasktracker.load.http.HttpSession;
import tasktracker.load.http.HttpSettings;
import tasktracker.load.http.RequestLog.Result;
import tasktracker.load.http.ResolvedTarget;
import tasktracker.load.http.Sessions;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.UserTask;
import tasktracker.load.scenario.VirtualUser;

/**
 * One user who does everything that a scenario has once, before anybody offers load: its set-up,
 * its start and each of its tasks. For one thread.
 */
public final class RequestTrial {
  private final List<Tried> tried = new ArrayList<>();

  private RequestTrial() {}

  /**
   * A request that was tried.
   *
   * @param name of its endpoint
   * @param ok whether it succeeded
   * @param reason what failed, such as {@code status 404}; empty for a success
   * @param time from its begin to the last byte of the response
   */
  public record Tried(String name, boolean ok, String reason, Duration time) {}

  /**
   * Tries a scenario.
   *
   * @return all requests in their order; a task that could not be done is there without a time
   * @throws IOException when the target cannot be resolved
   */
  public static List<Tried> of(URI target, Scenario scenario) throws IOException {
    RequestTrial trial = new RequestTrial();
    try (Sessions sessions = new Sessions(ResolvedTarget.resolve(target), HttpSettings.DEFAULT);
        HttpSession session =
            sessions.open(
                (endpoint, _, sent, end, _, result) -> trial.add(endpoint, end - sent, result))) {
      trial.run(scenario, session);
    }
    return List.copyOf(trial.tried);
  }

  private void run(Scenario scenario, HttpSession session) {
    SplittableRandom random = new SplittableRandom();
    String runId = Long.toUnsignedString(random.nextLong(), Character.MAX_RADIX);
    VirtualUser user = scenario.newUser(new UserContext(0, runId, random));
    attempt("set-up", () -> user.setUp(session));
    attempt("start", () -> user.onStart(session));
    List<UserTask> tasks = new ArrayList<>();
    user.tasks()
        .each(task -> {
          tasks.add(task);
          return task;
        });
    List<UserTask> waiting = new ArrayList<>();
    for (UserTask task : tasks) {
      try {
        task.run(session);
      } catch (RuntimeException e) {
        // It may need what a later one captures.
        waiting.add(task);
      }
    }
    waiting.forEach(task -> attempt("task", () -> task.run(session)));
  }

  private void attempt(String name, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      tried.add(new Tried(name, false, reason, Duration.ZERO));
    }
  }

  private void add(Endpoint endpoint, long nanos, Result result) {
    tried.add(
        new Tried(
            endpoint.method() + " " + endpoint.name(),
            result.outcome() == Outcome.SUCCESS,
            result.message(),
            Duration.ofNanos(nanos)));
  }
}
