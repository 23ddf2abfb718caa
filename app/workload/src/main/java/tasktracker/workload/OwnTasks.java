package tasktracker.workload;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The ids of a user's tasks, so that no request asks for a task that is gone. After a failure the
 * ids may be wrong; the next list of all tasks then puts them right.
 */
final class OwnTasks {
  private final RandomGenerator random;
  private long[] ids = new long[32];
  private int size;
  private boolean uncertain;

  OwnTasks(RandomGenerator random) {
    this.random = random;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(long id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
  }

  /** Draws a task. */
  long any() {
    return ids[random.nextInt(size)];
  }

  /** Draws a task and forgets it. */
  long removeAny() {
    int index = random.nextInt(size);
    long id = ids[index];
    ids[index] = ids[--size];
    return id;
  }

  void becomeUncertain() {
    uncertain = true;
  }

  boolean areUncertain() {
    return uncertain;
  }

  void replaceBy(JsonNode tasks) {
    size = 0;
    tasks.forEach(task -> add(task.get("id").asLong()));
    uncertain = false;
  }
}
