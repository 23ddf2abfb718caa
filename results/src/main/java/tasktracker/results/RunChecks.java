package tasktracker.results;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tasktracker.results.file.Mistake;
import tools.jackson.databind.JsonNode;

/**
 * Checks the figures of a run before they are used: none is negative, none so large that computing
 * with it would take the memory of the machine. What is not a number in JSON counts as missing.
 */
public final class RunChecks {
  private static final long WEEK = 7 * 24 * 3600;
  private static final double LONGEST_MS = 1e3 * WEEK;
  private static final double MANY = 1e15;
  private static final Bounds ANY = new Bounds(0, 1e18);
  private static final int MOST_USERS = 10_000_000;

  /** Least and most by key. */
  private static final Map<String, Bounds> BOUNDS = new LinkedHashMap<>();

  static {
    BOUNDS.put("concurrency", new Bounds(0, MOST_USERS));
    BOUNDS.put("duration_s", new Bounds(0, WEEK));
    BOUNDS.put("warmup_s", new Bounds(0, WEEK));
    BOUNDS.put("spawn_rate", new Bounds(0, MANY));
    BOUNDS.put("throughput_rps", new Bounds(0, MANY));
    for (String figure : new String[] {"p50", "p95", "p99", "avg", "min", "max"}) {
      BOUNDS.put("latency_" + figure + "_ms", new Bounds(0, LONGEST_MS));
    }
    BOUNDS.put("error_rate", new Bounds(0, 100));
    BOUNDS.put("total_requests", new Bounds(0, MANY));
    BOUNDS.put("total_failures", new Bounds(0, MANY));
    BOUNDS.put("repetition", new Bounds(1, 1e6));
    BOUNDS.put("wall_s", new Bounds(0, 1e9));
  }

  private RunChecks() {}

  /** Checks a run as it stands in a file. */
  static void check(JsonNode run) {
    figures(run);
    below(run.path("resources"), "resources");
    below(run.path("efficiency"), "efficiency");
    below(run.path("idle"), "idle");
    path(run, "raw_csv_path");
    path(run, "history_csv_path");
  }

  /** Checks the figures that stand right below a node. */
  public static void figures(JsonNode node) {
    BOUNDS.forEach((key, bounds) ->
        bounds
            .objection(node.path(key))
            .ifPresent(objection -> {
              throw Mistake.at(objection, key);
            }));
  }

  /** No number below a node is negative or beyond all measure. */
  public static void below(JsonNode node, Object... path) {
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      below(each.getValue(), Mistake.path(path, each.getKey()));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      below(node.get(i), Mistake.path(path, i));
    }
    ANY.objection(node)
        .ifPresent(objection -> {
          throw Mistake.at(objection, path);
        });
  }

  private static void path(JsonNode run, String key) {
    JsonNode value = run.path(key);
    if (value.isString() && value.asString().indexOf('\0') >= 0) {
      throw Mistake.at("must not hold the character NUL", key);
    }
    try {
      var _ = Path.of(value.asString(""));
    } catch (InvalidPathException e) {
      throw Mistake.at("is no path", key);
    }
  }

  /**
   * What a figure may be.
   *
   * @param least the least it can be
   * @param most the most that is believed
   */
  private record Bounds(double least, double most) {

    Optional<String> objection(JsonNode value) {
      double number = value.isNumber() ? value.asDouble() : Double.NaN;
      if (number < least) {
        return Optional.of("must be at least %s, not %s".formatted(written(least), value));
      }
      return number > most && !Double.isInfinite(number)
          ? Optional.of("must be at most %s, not %s".formatted(written(most), value))
          : Optional.empty();
    }

    private static String written(double bound) {
      return new BigDecimal(bound).toPlainString();
    }
  }
}
