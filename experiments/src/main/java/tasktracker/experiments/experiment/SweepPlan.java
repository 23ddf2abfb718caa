package tasktracker.experiments.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tasktracker.experiments.result.RunName;

/** The runs of a sweep in their order, which follows from the settings alone. */
public final class SweepPlan {
  private SweepPlan() {}

  /**
   * Level by level, all architectures one after the other in a random order drawn from the seed, so
   * that what changes with time on the machine does not always meet the same architecture.
   */
  public static List<RunName> of(SweepSettings settings) {
    Random random = new Random(settings.seed());
    List<RunName> runs = new ArrayList<>();
    for (int level : settings.concurrencyLevels()) {
      List<String> block = new ArrayList<>(settings.architectures());
      Collections.shuffle(block, random);
      for (String architecture : block) {
        runs.add(new RunName(runs.size(), architecture, level));
      }
    }
    return List.copyOf(runs);
  }
}
