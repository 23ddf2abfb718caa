package tasktracker.report.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Settings in which two experiments differ, so that their figures may differ because of it. */
final class ConfigDifferences {
  /** When, how often and at which levels something was measured changes no figure of a level. */
  private static final Set<String> IRRELEVANT =
      Set.of(
          "architectures",
          "architecture_files",
          "arguments",
          "base_url_micro",
          "base_url_monolith",
          "base_urls",
          "budget_seconds",
          "concurrency_levels",
          "confirm",
          "crossover_precision",
          "end_time",
          "limits",
          "environment",
          "objective",
          "precision",
          "repeats",
          "seed",
          "start_time",
          "targets",
          "total_runs",
          "until_sure");

  /** What experiments did before they could be asked for anything else. */
  private static final Map<String, String> ONCE_ALWAYS =
      Map.of("fresh_deployment", "\"run\"", "scenario", "\"tasktracker\"");

  /** Of a file that is no configuration at all, so much shows it. */
  private static final int MOST = 30;

  private static final int LONGEST = 100;
  private static final int CONTEXT = 20;

  private ConfigDifferences() {}

  /** One line each: the key and both values. */
  static List<String> between(JsonNode one, JsonNode other) {
    Set<String> keys = new TreeSet<>(one.propertyNames());
    keys.addAll(other.propertyNames());
    keys.removeAll(IRRELEVANT);
    List<String> differences = new ArrayList<>();
    for (String key : keys) {
      String before = text(key, one);
      String after = text(key, other);
      if (!before.equals(after)) {
        differences.add(difference(key, before, after));
      }
    }
    return differences.size() <= MOST
        ? differences
        : Stream.concat(
                differences.stream().limit(MOST),
                Stream.of("and %d more settings".formatted(differences.size() - MOST)))
            .toList();
  }

  private static String text(String key, JsonNode config) {
    JsonNode value = config.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return ONCE_ALWAYS.getOrDefault(key, "not set");
    }
    // 1 and 1.0 are the same setting.
    return value.isNumber() ? String.valueOf(value.asDouble()) : value.toString();
  }

  /** Long values from a little before the first character that differs. */
  private static String difference(String key, String before, String after) {
    int same = 0;
    while (same < Math.min(before.length(), after.length())
        && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    int from = Math.max(before.length(), after.length()) <= LONGEST ? 0 : same - CONTEXT;
    return "%s: %s / %s".formatted(key, part(before, from), part(after, from));
  }

  private static String part(String text, int from) {
    int begin = Math.max(0, from);
    int end = Math.min(text.length(), begin + LONGEST);
    return (begin > 0 ? "…" : "") + text.substring(begin, end) + (end < text.length() ? "…" : "");
  }
}
