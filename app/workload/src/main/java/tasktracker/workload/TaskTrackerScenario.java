package tasktracker.workload;

import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;

/**
 * People who keep their tasks in TaskTracker. Each has an account of its own and keeps about the
 * same number of tasks, so that the size of the answers does not change during a run.
 *
 * @param workingSet number of tasks of a user, from 1 to {@link #LARGEST_WORKING_SET}
 */
public record TaskTrackerScenario(int workingSet) implements Scenario {
  /** Usual number of tasks of a user. */
  public static final int DEFAULT_WORKING_SET = 20;

  /** Largest number of tasks of a user: what fits on a page of the list. */
  public static final int LARGEST_WORKING_SET = 100;

  /**
   * @throws IllegalArgumentException when the working set is out of its range
   */
  public TaskTrackerScenario {
    if (workingSet < 1 || workingSet > LARGEST_WORKING_SET) {
      throw new IllegalArgumentException(
          "working set must be from 1 to %s tasks, not %s"
              .formatted(LARGEST_WORKING_SET, workingSet));
    }
  }

  @Override
  public String name() {
    return "tasktracker";
  }

  @Override
  public VirtualUser newUser(UserContext context) {
    return new TaskTrackerUser(context, workingSet);
  }
}
