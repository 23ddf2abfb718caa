package tasktracker.stack.resource;

import java.util.List;
import java.util.Map;

/** Reads what the instances of a stack have used. Thread-safe. */
public interface UsageSource {

  /** Names of the instances, replicas included, in the order in which people list them. */
  List<String> instances();

  /** Usage of every instance now, by name. One that does not run is absent. */
  Map<String, Usage> read();
}
