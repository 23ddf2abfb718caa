package tasktracker.load.scenario.yaml;

import java.util.List;
import java.util.Optional;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;

/** One user of a scenario file. */
final class YamlUser implements VirtualUser {
  private final Definition definition;
  private final Values values;
  private final WeightedTasks tasks;
  private boolean started;
  private ThinkTime thinkTime;

  YamlUser(Definition definition, UserContext context) {
    this.definition = definition;
    this.values = definition.newValues(context);
    WeightedTasks drawn = null;
    for (YamlTask task : definition.tasks()) {
      drawn =
          drawn == null
              ? WeightedTasks.of(task.weight(), session -> run(task, session))
              : drawn.and(task.weight(), session -> run(task, session));
    }
    this.tasks = drawn;
  }

  @Override
  public void setUp(Session session) {
    definition.headers().set(session, values);
    send(definition.setUp(), session);
  }

  @Override
  public void onStart(Session session) {
    definition.headers().set(session, values);
    started = send(definition.onStart(), session);
  }

  @Override
  public WeightedTasks tasks() {
    return tasks;
  }

  @Override
  public Optional<ThinkTime> thinkTime() {
    return Optional.ofNullable(thinkTime);
  }

  /** Whoever could not start, say because the server was away, starts anew with the next task. */
  private void run(YamlTask task, Session session) {
    thinkTime = task.thinkTime();
    if (!started) {
      onStart(session);
    }
    if (started) {
      send(task.requests(), session);
    }
  }

  /** Until one fails: those after it may need what it should have captured. */
  private boolean send(List<RequestTemplate> requests, Session session) {
    for (RequestTemplate request : requests) {
      if (!request.send(session, definition.headers(), values)) {
        return false;
      }
    }
    return true;
  }
}
