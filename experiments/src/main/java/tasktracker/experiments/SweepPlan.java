package tasktracker.experiments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tasktracker.results.RunName;

/** The runs of a sweep in their order, as far as it follows from the settings alone. */
public final class SweepPlan {
  private SweepPlan() {}

  /**
   * Repetition by repetition. Where runs share deployments, a repetition has the order of {@link
   * SweepOrder}. Else it goes level by level, all architectures one after the other in a random
   * order drawn from the seed. Either way, what changes with time on the machine does not always
   * meet the same architecture.
   */
  public static List<RunName> of(SweepSettings settings) {
    Random random = new Random(settings.seed());
    List<RunName> runs = new ArrayList<>();
    for (int repetition = 1; repetition <= settings.measuring().fixedRepetitions(); repetition++) {
      for (int level : settings.concurrencyLevels()) {
        runs.addAll(block(settings, level, repetition, runs.size(), random));
      }
    }
    return arranged(settings, runs, 0);
  }

  /** The order in which such runs are carried out, numbered from an index on. */
  static List<RunName> arranged(SweepSettings settings, List<RunName> runs, int firstIndex) {
    return switch (settings.freshDeployment()) {
      case REPETITION ->
          new SweepOrder(settings.seed(), settings.architectures()).of(runs, firstIndex);
      case RUN -> List.copyOf(runs);
    };
  }

  /** One repetition of one level. */
  static List<RunName> block(
      SweepSettings settings, int level, int repetition, int firstIndex, Random random) {
    List<String> order = new ArrayList<>(settings.architectures());
    Collections.shuffle(order, random);
    List<RunName> runs = new ArrayList<>();
    for (String architecture : order) {
      runs.add(new RunName(firstIndex + runs.size(), architecture, level, repetition));
    }
    return runs;
  }
}
