package tasktracker.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightedTasksTest {
  private static final int DRAWS = 200_000;

  @Test
  void choosesEachTaskInProportionToItsWeight() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 10; round++) {
      Map<UserTask, Integer> weights = new HashMap<>();
      WeightedTasks tasks = null;
      int total = 0;
      for (int i = 0; i < 1 + round; i++) {
        UserTask task = new NamedTask(i);
        int weight = random.nextInt(1, 50);
        tasks = tasks == null ? WeightedTasks.of(weight, task) : tasks.and(weight, task);
        weights.put(task, weight);
        total += weight;
      }

      Map<UserTask, Integer> drawn = new HashMap<>();
      for (int i = 0; i < DRAWS; i++) {
        drawn.merge(tasks.next(random), 1, Integer::sum);
      }

      for (Map.Entry<UserTask, Integer> entry : weights.entrySet()) {
        double share = drawn.getOrDefault(entry.getKey(), 0) / (double) DRAWS;
        assertThat(share).isCloseTo((double) entry.getValue() / total, within(0.006));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameTasks() {
    WeightedTasks tasks = WeightedTasks.of(1, new NamedTask(1)).and(2, new NamedTask(2));
    SplittableRandom one = new SplittableRandom(9);
    SplittableRandom other = new SplittableRandom(9);

    for (int i = 0; i < 1_000; i++) {
      assertThat(tasks.next(one)).isSameAs(tasks.next(other));
    }
  }

  @Test
  void refusesAWeightBelowOne() {
    assertThatThrownBy(() -> WeightedTasks.of(0, new NamedTask(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight of a task must be 1 or more, not 0");
  }

  private record NamedTask(int number) implements UserTask {
    @Override
    public void run(Session session) {
      throw new UnsupportedOperationException();
    }
  }
}
