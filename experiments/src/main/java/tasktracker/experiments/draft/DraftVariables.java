package tasktracker.experiments.draft;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of variables that are all different, and the values that are to be filled in. */
final class DraftVariables {
  private static final Set<String> TAKEN = Set.of("user", "run");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> captured = new LinkedHashMap<>();
  private final Map<String, String> bySecret = new LinkedHashMap<>();

  /** The placeholder of a secret; the same for the same one. */
  String ofSecret(String name, String secret) {
    String variable =
        bySecret.computeIfAbsent(
            secret,
            _ -> {
              String fresh = fresh(name);
              values.put(fresh, ScenarioDraft.TO_FILL_IN);
              return fresh;
            });
    return placeholder(variable);
  }

  /** A variable with a value. */
  String of(String name, String value) {
    String variable = fresh(name);
    values.put(variable, value);
    return placeholder(variable);
  }

  /** A variable that a request captures. */
  String ofCapture(String name) {
    String variable = fresh(name);
    captured.put(variable, variable);
    return variable;
  }

  private String fresh(String name) {
    String plain =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    String base = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "value" + plain : plain;
    String variable = base.length() > 40 ? base.substring(0, 40) : base;
    for (int i = 2; isUsed(variable); i++) {
      variable = base + "_" + i;
    }
    return variable;
  }

  private boolean isUsed(String variable) {
    return TAKEN.contains(variable)
        || values.containsKey(variable)
        || captured.containsKey(variable);
  }

  /** Those of the file, by name. */
  Map<String, String> values() {
    return values;
  }

  /** Names of those that nobody fills in. */
  Collection<String> toFillIn() {
    return values.entrySet().stream()
        .filter(each -> each.getValue().equals(ScenarioDraft.TO_FILL_IN))
        .map(Map.Entry::getKey)
        .toList();
  }

  static String placeholder(String variable) {
    return "${" + variable + "}";
  }

  /** Text that is meant as it is. */
  static String literal(String text) {
    return text.replace("${", "$${");
  }
}
