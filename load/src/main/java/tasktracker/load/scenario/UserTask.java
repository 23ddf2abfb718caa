package tasktracker.load.scenario;

/** One thing that a user does: one or more requests. */
@FunctionalInterface
public interface UserTask {

  /** Does it. An exception is counted and reported, and the user goes on with its next task. */
  void run(Session session);
}
