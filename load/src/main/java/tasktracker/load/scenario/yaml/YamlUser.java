package tasktracker.load.scenario.yaml;

import java.util.List;
import java.util.Optional;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;
import tasktracker.load.workload.LedgerReport;
import tasktracker.load.workload.ledger.WriteLedger;

/** One user of a scenario file. */
final class YamlUser implements VirtualUser {
  private final Definition definition;
  private final Values values;
  private final WeightedTasks tasks;
  private boolean started;
  private ThinkTime thinkTime;

  /**
   * @param ledger remembers what the user wrote; empty where nobody asks
   */
  YamlUser(Definition definition, UserContext context, Optional<WriteLedger> ledger) {
    this.definition = definition;
    this.values = definition.newValues(context, ledger);
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
      values.draw(task.variables());
      send(task.requests(), session);
    }
  }

  /** Starts as any user does, and reads what this one wrote; empty when a request failed. */
  Optional<LedgerReport> readBack(ReadBackTemplate readBack, Session session) {
    onStart(session);
    return started ? readBack.read(session, definition.headers(), values) : Optional.empty();
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
