package tasktracker.load.scenario;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Tasks, each chosen with a probability in proportion to its weight. Immutable. */
public final class WeightedTasks {
  private final UserTask[] tasks;
  private final int[] upTo;

  private WeightedTasks(UserTask[] tasks, int[] upTo) {
    this.tasks = tasks;
    this.upTo = upTo;
  }

  /** A single task, to be followed by {@link #and}. */
  public static WeightedTasks of(int weight, UserTask task) {
    return new WeightedTasks(new UserTask[0], new int[0]).and(weight, task);
  }

  /**
   * These tasks and one more.
   *
   * @throws IllegalArgumentException when the weight is below 1
   */
  public WeightedTasks and(int weight, UserTask task) {
    Objects.requireNonNull(task, "task");
    if (weight < 1) {
      throw new IllegalArgumentException("weight of a task must be 1 or more, not " + weight);
    }
    int count = tasks.length;
    UserTask[] moreTasks = Arrays.copyOf(tasks, count + 1);
    int[] moreUpTo = Arrays.copyOf(upTo, count + 1);
    moreTasks[count] = task;
    moreUpTo[count] = Math.addExact(totalWeight(), weight);
    return new WeightedTasks(moreTasks, moreUpTo);
  }

  /** The same weights, with every task changed. */
  public WeightedTasks each(UnaryOperator<UserTask> change) {
    return new WeightedTasks(Arrays.stream(tasks).map(change).toArray(UserTask[]::new), upTo);
  }

  /** Draws the next task. */
  public UserTask next(RandomGenerator random) {
    int drawn = random.nextInt(totalWeight());
    int index = 0;
    while (drawn >= upTo[index]) {
      index++;
    }
    return tasks[index];
  }

  private int totalWeight() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }
}
