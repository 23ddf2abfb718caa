package tasktracker.experiments.definition;

import java.time.Duration;
import java.util.List;

/**
 * How much load there is, and how often it is measured.
 *
 * @param levels numbers of virtual users
 * @param duration length of each measurement
 * @param warmup how it is warmed
 * @param spawnRate virtual users started per second
 * @param thinkTime pause of a user between two tasks; null for that of the workload
 * @param repeats repetitions of each level, or the most of them
 * @param untilSure whether repetitions are added only where the comparison is not yet sure
 * @param precision half the width of a ratio's interval that is narrow enough
 * @param confirm repetitions of a level after it is decided; 0 for none
 * @param budget how long a plan until sure may take, or null
 * @param freshForEachRun whether each run has a deployment of its own
 * @param seed of all random numbers
 * @param generator another load generator, which takes the place of the lab's own; or null
 */
public record LoadDefinition(
    List<Integer> levels,
    Duration duration,
    WarmUpDefinition warmup,
    double spawnRate,
    String thinkTime,
    int repeats,
    boolean untilSure,
    double precision,
    int confirm,
    Duration budget,
    boolean freshForEachRun,
    long seed,
    GeneratorDefinition generator) {

  /** Repetitions that confirm what was decided, where nothing else is asked for. */
  public static final int CONFIRM_UNTIL_SURE = 3;

  private static final int MOST_CONFIRM = 100;

  /** The most virtual users of an experiment. */
  public static final int MOST_USERS = 20_000;

  /** Whether so many repetitions can confirm anything: one alone has no interval. */
  public static boolean mayConfirm(int repetitions) {
    return repetitions == 0 || (repetitions >= 2 && repetitions <= MOST_CONFIRM);
  }

  /**
   * How systems are warmed.
   *
   * @param auto whether the warm-up ends when the system is warm
   * @param least its least length
   * @param limit its greatest length where it ends by itself
   */
  public record WarmUpDefinition(boolean auto, Duration least, Duration limit) {}
}
