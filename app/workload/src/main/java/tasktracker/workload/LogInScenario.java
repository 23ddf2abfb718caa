package tasktracker.workload;

import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;

/**
 * People who log in, over and over. Beside the load of {@link TaskTrackerScenario}, whose users log
 * in before anything is measured, it tells whether others still could.
 */
public record LogInScenario() implements Scenario {
  @Override
  public String name() {
    return "log-in";
  }

  @Override
  public VirtualUser newUser(UserContext context) {
    return new LogInUser(Account.of(context));
  }

  private static final class LogInUser implements VirtualUser {
    private final Account account;
    private final WeightedTasks tasks;

    LogInUser(Account account) {
      this.account = account;
      this.tasks = WeightedTasks.of(1, account::logIn);
    }

    @Override
    public void setUp(Session session) {
      account.register(session);
    }

    @Override
    public WeightedTasks tasks() {
      return tasks;
    }
  }
}
