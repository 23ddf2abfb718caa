package tasktracker.experiments;

import java.util.LinkedHashMap;
import java.util.Map;
import tasktracker.stack.Instance;
import tasktracker.stack.Stack;

/** Which service each instance belongs to, and whether it is a database. */
final class InstanceKinds {
  private InstanceKinds() {}

  /** What {@code results.json} holds below {@code instances}. */
  static Map<String, Object> of(Stack stack) {
    Map<String, Object> kinds = new LinkedHashMap<>();
    for (Instance instance : stack.instances()) {
      kinds.put(
          instance.name(),
          Map.of(
              "service",
              instance.service(),
              "database",
              instance.kind() == Instance.Kind.DATABASE));
    }
    return kinds;
  }
}
