package tasktracker.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.resource.UsageSource;

/**
 * Who listens where a URL leads: processes or containers of this machine that somebody else runs.
 * Thread-safe.
 */
public interface Listener {
  /** What it consists of; a port is 0, because nobody asks its parts for their health. */
  List<Instance> instances();

  /** Reads what they use. */
  UsageSource usage();

  /** Each of them as it is now. */
  List<InstanceCondition> conditions();

  /** At most so many of the last lines that one wrote; none where nobody can tell. */
  List<String> lastLines(String instance, int lines);

  /**
   * What can be broken and mended again; empty where nothing can.
   *
   * @param system name of the whole
   * @param answers whether the system answers as a healthy one does
   */
  default Optional<FaultSurface> faults(String system, BooleanSupplier answers) {
    return Optional.empty();
  }

  /** Another value for whatever was started anew, by the names of its instances. */
  Map<String, String> incarnations();
}
