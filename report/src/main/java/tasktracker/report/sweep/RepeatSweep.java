package tasktracker.report.sweep;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tasktracker.results.RunResult;
import tools.jackson.databind.JsonNode;

/** The commands that measure again what a folder holds, from its {@code config.json}. */
final class RepeatSweep {

  /** Keys of the configuration that are options of the same meaning, for any number of runs. */
  private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

  static {
    OPTIONS.put("duration_seconds", "--duration-seconds");
    OPTIONS.put("warmup_seconds", "--warmup-seconds");
    OPTIONS.put("spawn_rate", "--spawn-rate");
    OPTIONS.put("think_time", "--think-time");
    OPTIONS.put("scenario", "--scenario");
    OPTIONS.put("working_set", "--working-set");
    OPTIONS.put("replicas", "--replicas");
    OPTIONS.put("isolate", "--isolate");
    OPTIONS.put("sample_interval", "--sample-interval");
    OPTIONS.put("seed", "--seed");
    OPTIONS.put("runtime", "--runtime");
    OPTIONS.put("fresh_deployment", "--fresh-deployment");
  }

  private final JsonNode config;
  private final List<RunResult> runs;

  RepeatSweep(SweepFindings findings) {
    config = findings.recorded().config();
    runs = findings.recorded().runs();
  }

  /** All of it. */
  String wholeSweep() {
    String levels =
        runs.stream()
            .map(RunResult::concurrency)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(joining(","));
    List<String> words = words(architectures(), levels);
    if (config.path("repeats").asInt(1) > 1) {
      words.addAll(List.of("--repeats", config.path("repeats").asString()));
    }
    return String.join(" ", words);
  }

  /** One architecture at one level. */
  String oneRun(RunResult run) {
    return String.join(" ", words(source(run.architecture()), String.valueOf(run.concurrency())));
  }

  private List<String> words(String architectures, String levels) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "./tasktracker",
                "sweep",
                "--arch",
                quoted(architectures),
                "--concurrency-levels",
                levels));
    OPTIONS.forEach((key, option) -> {
      if (config.path(key).isValueNode() && !config.path(key).isNull()) {
        words.addAll(List.of(option, quoted(text(config.path(key)))));
      }
    });
    if (config.path("warmup_auto").isBoolean()) {
      boolean auto = config.path("warmup_auto").asBoolean();
      words.addAll(List.of("--warmup", auto ? "auto" : "fixed"));
      if (auto && config.path("warmup_limit_seconds").isNumber()) {
        words.addAll(List.of("--warmup-limit", text(config.path("warmup_limit_seconds")) + "s"));
      }
    }
    if (config.path("runtime").asString("").equals("external")) {
      url(words, "base_url_monolith", "--base-url-monolith");
      url(words, "base_url_micro", "--base-url-micro");
    }
    return words;
  }

  private void url(List<String> words, String key, String option) {
    if (config.path(key).isString()) {
      words.addAll(List.of(option, quoted(config.path(key).asString())));
    }
  }

  private String architectures() {
    List<String> named =
        StreamSupport.stream(config.path("architectures").spliterator(), false)
            .map(JsonNode::asString)
            .toList();
    List<String> measured = runs.stream().map(RunResult::architecture).distinct().toList();
    return (named.isEmpty() ? measured : named).stream().map(this::source).collect(joining(","));
  }

  /** The file that an architecture was read from, or its name. */
  private String source(String architecture) {
    return config.path("architecture_files").path(architecture).asString(architecture);
  }

  private static String text(JsonNode value) {
    double number = value.isNumber() ? value.asDouble() : Double.NaN;
    return number == Math.rint(number) ? String.valueOf((long) number) : value.asString();
  }

  private static String quoted(String word) {
    return word.matches("[\\w./:,=@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
