package tasktracker.experiments.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Two JSON values beside each other, number by number and word by word. Keys that only the second
 * has are those of a newer version, and are counted.
 */
final class JsonComparison {
  private static final double ROUNDING = 1e-9;

  private final Set<String> uncompared;
  private final List<String> differences = new ArrayList<>();
  private final Set<String> added = new TreeSet<>();
  private long compared;

  /**
   * Compares nothing yet.
   *
   * @param uncompared keys of the top that are left out
   */
  JsonComparison(Set<String> uncompared) {
    this.uncompared = uncompared;
  }

  List<String> differences() {
    return differences;
  }

  /** Names of keys that the first value does not have. */
  Set<String> added() {
    return added;
  }

  /** How many numbers and words were compared. */
  long compared() {
    return compared;
  }

  void compare(JsonNode recorded, JsonNode computed) {
    compare("", recorded, computed);
  }

  private void compare(String at, JsonNode recorded, JsonNode computed) {
    if (recorded.isObject() && computed.isObject()) {
      for (Map.Entry<String, JsonNode> each : recorded.properties()) {
        if (!at.isEmpty() || !uncompared.contains(each.getKey())) {
          JsonNode other = computed.path(each.getKey());
          compare(at + "." + each.getKey(), each.getValue(), other);
        }
      }
      computed.propertyNames().stream()
          .filter(name -> !recorded.has(name))
          .forEach(name -> added.add(name));
    } else if (recorded.isArray() && computed.isArray() && recorded.size() == computed.size()) {
      for (int i = 0; i < recorded.size(); i++) {
        compare("%s[%d]".formatted(at, i), recorded.get(i), computed.get(i));
      }
    } else {
      compared++;
      if (!isSame(recorded, computed)) {
        differences.add(
            "%s is %s, and %s by recomputation"
                .formatted(at.substring(at.isEmpty() ? 0 : 1), text(recorded), text(computed)));
      }
    }
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      double a = one.asDouble();
      double b = other.asDouble();
      return a == b || Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
    }
    boolean nothing = one.isNull() && other.isMissingNode();
    return nothing || one.equals(other);
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      return "a list of " + value.size();
    }
    if (value.isMissingNode()) {
      return "not there";
    }
    String text = value.isObject() ? "an object" : value.toString();
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
