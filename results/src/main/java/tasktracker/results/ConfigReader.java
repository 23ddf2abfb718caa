package tasktracker.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import tasktracker.error.UsageException;
import tasktracker.results.file.Mistake;
import tasktracker.results.file.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads {@code config.json} of any age, and checks the keys that the lab makes use of. */
final class ConfigReader {
  /** Names of rules by key. */
  private static final Map<String, Rule> RULES = new TreeMap<>();

  static {
    Rule text = new Rule("text", JsonNode::isString);
    Rule texts = new Rule("a list of text", ConfigReader::isListOfText);
    Rule count = new Rule("a whole number from 0 to 1000000", value -> isCount(value, 1e6));
    Rule figure = new Rule("a number from 0 to 1e15", ConfigReader::isFigure);
    Rule keys = new Rule("keys with values", JsonNode::isObject);
    List.of(
            "load_model",
            "generator",
            "runtime",
            "cpu_budget_kind",
            "base_url_monolith",
            "base_url_micro",
            "start_time",
            "end_time",
            "memory_kind",
            "postgresql",
            "isolation_reason")
        .forEach(key -> RULES.put(key, text));
    List.of("architectures", "arguments", "jvm_flags", "limits")
        .forEach(key -> RULES.put(key, texts));
    List.of("repeats", "replicas", "total_runs").forEach(key -> RULES.put(key, count));
    List.of("cpu_budget", "cpu_per_instance", "sample_interval")
        .forEach(key -> RULES.put(key, figure));
    List.of("environment", "architecture_files", "targets").forEach(key -> RULES.put(key, keys));
    RULES.put("until_sure", new Rule("true or false", JsonNode::isBoolean));
  }

  private ConfigReader() {}

  /**
   * Reads the file.
   *
   * @throws UsageException with file, line and key of what is wrong
   */
  static JsonNode read(Path file) {
    String text = TextFile.read(file);
    try {
      JsonNode config = Json.MAPPER.readTree(text);
      if (!config.isObject()) {
        throw Mistake.at("must hold keys with values");
      }
      RULES.forEach((key, rule) -> rule.check(key, config.path(key)));
      for (Map.Entry<String, JsonNode> each : config.path("environment").properties()) {
        if (each.getKey().equals("cpus") && !isCount(each.getValue(), 1e6)) {
          throw Mistake.at("must be a whole number", "environment", "cpus");
        }
      }
      for (String key : List.of("architecture_files", "targets")) {
        for (Map.Entry<String, JsonNode> each : config.path(key).properties()) {
          if (!each.getValue().isString()) {
            throw Mistake.at("must be text", key, each.getKey());
          }
        }
      }
      return config;
    } catch (JacksonException e) {
      throw Mistake.in(file.toString(), 1, text, Json.MAPPER, e);
    }
  }

  private static boolean isListOfText(JsonNode value) {
    return value.isArray() && value.valueStream().allMatch(JsonNode::isString);
  }

  private static boolean isFigure(JsonNode value) {
    return value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1e15;
  }

  private static boolean isCount(JsonNode value, double most) {
    return Optional.of(value)
        .filter(ConfigReader::isFigure)
        .map(JsonNode::asDouble)
        .filter(number -> number <= most && number == Math.rint(number))
        .isPresent();
  }

  /**
   * What the value of a key must be, where there is one.
   *
   * @param wanted in words
   * @param fits whether it is
   */
  private record Rule(String wanted, Predicate<JsonNode> fits) {

    void check(String key, JsonNode value) {
      if (!value.isMissingNode() && !value.isNull() && !fits.test(value)) {
        throw Mistake.at("must be " + wanted, key);
      }
    }
  }
}
