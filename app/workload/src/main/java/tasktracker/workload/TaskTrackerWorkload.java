package tasktracker.workload;

import java.util.Optional;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.workload.AuditedScenario;
import tasktracker.load.workload.Workload;

/**
 * People who keep their tasks in TaskTracker, whose writes are read back, while somebody else logs
 * in.
 *
 * @param tasks number of tasks of a user
 */
public record TaskTrackerWorkload(int tasks) implements Workload {

  /** The usual number of tasks. */
  public TaskTrackerWorkload() {
    this(TaskTrackerScenario.DEFAULT_WORKING_SET);
  }

  @Override
  public String name() {
    return scenario().name();
  }

  @Override
  public TaskTrackerScenario scenario() {
    return new TaskTrackerScenario(tasks);
  }

  @Override
  public Optional<Integer> workingSet() {
    return Optional.of(tasks);
  }

  @Override
  public Workload withWorkingSet(int size) {
    return new TaskTrackerWorkload(new TaskTrackerScenario(size).workingSet());
  }

  @Override
  public Optional<AuditedScenario> audited() {
    return Optional.of(new LedgerScenario(scenario()));
  }

  @Override
  public Optional<Scenario> probe() {
    return Optional.of(new LogInScenario());
  }
}
