package tasktracker.experiments.definition;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tasktracker.stack.fault.Fault;

/**
 * What is broken under steady load, and how.
 *
 * @param fault what is done to it
 * @param member what is broken
 * @param targets what is broken in each system, by its name; systems without it are left out
 * @param instance number of the instance that is hit, from 1, or {@code all}
 * @param users virtual users
 * @param duration length of the load
 * @param injectAt when it is broken first
 * @param injections how often it is broken
 * @param every time from one to the next
 * @param slo what users are promised, such as {@code 99.9%<500ms}
 */
public record FaultDefinition(
    Fault fault,
    String member,
    Map<String, String> targets,
    String instance,
    int users,
    Duration duration,
    Duration injectAt,
    int injections,
    Duration every,
    String slo) {

  /** Virtual users started per second. */
  public static final double SPAWN_RATE = 20;

  /** What users are promised where nothing else is said. */
  public static final String USUAL_SLO = "99.9%<500ms";

  /** Copies the map and keeps its order. */
  public FaultDefinition {
    targets = new LinkedHashMap<>(targets);
  }

  /**
   * Length of a load that lasts until the users are seen to recover.
   *
   * @param last when the last fault is over
   * @param quick whether a first look is enough
   */
  public static Duration usualDuration(Duration last, boolean quick) {
    Duration least = Duration.ofSeconds(quick ? 30 : 90);
    Duration needed = last.plusSeconds(quick ? 15 : 30);
    return needed.compareTo(least) > 0 ? needed : least;
  }
}
