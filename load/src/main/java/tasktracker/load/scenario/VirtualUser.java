package tasktracker.load.scenario;

import java.util.Optional;
import tasktracker.load.model.ThinkTime;

/**
 * The behaviour of one user. Every method is called by one thread at a time, with blocking requests
 * on a connection of the user's own.
 *
 * <pre>{@code
 * final class Shopper implements VirtualUser {
 *   private final WeightedTasks tasks =
 *       WeightedTasks.of(8, this::browse).and(2, this::buy);
 *
 *   public WeightedTasks tasks() {
 *     return tasks;
 *   }
 *
 *   private void browse(Session session) {
 *     session.get("/products").named("Browse").expect(200).send();
 *   }
 * }
 * }</pre>
 */
public interface VirtualUser {

  /**
   * Prepares the user before any load is offered: its account and data. Never recorded. A failed
   * request here ends the run with a {@link SetUpException}.
   */
  default void setUp(Session session) {}

  /** Called once when the user is spawned, for example to log in. Recorded in its phase. */
  default void onStart(Session session) {}

  /** What the user does, over and over, with think time in between. */
  WeightedTasks tasks();

  /**
   * The pause after the task that was just done, in a closed model; empty for that of the model.
   * Asked by the user's own thread, so it may depend on the task.
   */
  default Optional<ThinkTime> thinkTime() {
    return Optional.empty();
  }
}
