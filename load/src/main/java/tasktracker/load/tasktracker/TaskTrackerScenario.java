package tasktracker.load.tasktracker;

import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;

/** People who keep their tasks in TaskTracker. */
public record TaskTrackerScenario(int workingSet) implements Scenario {
  /** Usual number of tasks per user. */
  public static final int DEFAULT_WORKING_SET = 20;

  /**
   * @throws IllegalArgumentException when the working set is below 1
   */
  public TaskTrackerScenario {
    if (workingSet < 1) {
      throw new IllegalArgumentException("working set must be 1 or more, not " + workingSet);
    }
  }

  @Override
  public String name() {
    return "tasktracker";
  }

  @Override
  public VirtualUser newUser(UserContext context) {
    throw new UnsupportedOperationException("not yet");
  }
}
