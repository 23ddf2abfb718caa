package tasktracker.report.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Wording;
import tasktracker.results.Numbers;
import tasktracker.results.RecordedRuns;
import tasktracker.results.Resources;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;
import tools.jackson.databind.JsonNode;

/** The line under the title of every plot: how its figures were measured. */
final class Conditions {
  private static final double LONGEST = Duration.ofDays(1).toSeconds();

  private static final String DOCKER = "docker";

  private Conditions() {}

  static String of(SweepFindings findings) {
    RecordedRuns recorded = findings.recorded();
    List<String> parts = new ArrayList<>();
    parts.add(loadModel(recorded));
    range(recorded.runs(), RunResult::duration).ifPresent(time -> parts.add(time + " per level"));
    range(recorded.runs(), Conditions::warmUp).ifPresent(time -> parts.add(time + " warm-up"));
    parts.add(repetitions(findings));
    deployment(recorded).ifPresent(parts::add);
    return String.join("  ·  ", parts);
  }

  /**
   * The configuration says it as {@code closed, think time 50ms-150ms}. Runs at a number of
   * concurrent users are a closed model where it does not. Of another generator, its name is known.
   */
  private static String loadModel(RecordedRuns recorded) {
    String generator = recorded.config().path("generator").asString("");
    if (!generator.isEmpty()) {
      return "Load by " + generator;
    }
    String[] words = recorded.config().path("load_model").asString("closed").split(",", 2);
    String kind = words[0].strip();
    String model = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " model";
    return words.length == 1 ? model : model + "," + words[1];
  }

  /** What of the deployment differs from one instance of each service without a limit of CPU. */
  private static Optional<String> deployment(RecordedRuns recorded) {
    JsonNode config = recorded.config();
    List<String> parts = new ArrayList<>();
    if (config.path("runtime").asString("").equals(DOCKER)) {
      parts.add(DOCKER);
    }
    if (config.path("replicas").asInt(1) > 1) {
      parts.add(config.path("replicas").asInt() + " replicas");
    }
    if (config.path("cpu_budget").isNumber()) {
      parts.add(budget(config));
    }
    if (config.path("cpu_per_instance").isNumber()) {
      parts.add(config.path("cpu_per_instance").asDouble() + " CPU per instance");
    }
    if (recorded.runs().stream().anyMatch(Conditions::passesUserlandProxy)) {
      parts.add("userland proxy in the way");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static String budget(JsonNode config) {
    String budget =
        "CPU budget %s per architecture"
            .formatted(Numbers.cpus(config.path("cpu_budget").asDouble()));
    String kind = config.path("cpu_budget_kind").asString("");
    return kind.isEmpty() ? budget : "%s (%s)".formatted(budget, kind);
  }

  private static boolean passesUserlandProxy(RunResult run) {
    return run.resources() != null
        && run.resources().containers().containsKey(Resources.USERLAND_PROXY);
  }

  /** As long as it took, or else as it was planned. */
  private static Duration warmUp(RunResult run) {
    return WarmUp.of(run)
        .map(WarmUp::seconds)
        .filter(seconds -> seconds >= 0 && seconds < LONGEST)
        .map(seconds -> Duration.ofSeconds(Math.round(seconds)))
        .orElse(run.warmup());
  }

  private static Optional<String> range(List<RunResult> runs, Function<RunResult, Duration> time) {
    List<Duration> times =
        runs.stream().map(time).filter(Objects::nonNull).sorted(Comparator.naturalOrder()).toList();
    if (times.isEmpty()) {
      return Optional.empty();
    }
    String from = seconds(times.getFirst());
    String to = seconds(times.getLast());
    return Optional.of((from.equals(to) ? from : from + "–" + to) + " s");
  }

  private static String seconds(Duration time) {
    return Wording.plain(time.toMillis() / 1000.0);
  }

  private static String repetitions(SweepFindings findings) {
    var counts =
        findings.counting().stream()
            .collect(
                Collectors.groupingBy(
                    run -> List.of(run.architecture(), run.concurrency()), Collectors.counting()))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .summaryStatistics();
    if (counts.getMax() <= 1) {
      return "1 run per level, no interval";
    }
    String count =
        counts.getMin() == counts.getMax()
            ? String.valueOf(counts.getMax())
            : counts.getMin() + "–" + counts.getMax();
    AnalysisSettings settings = findings.analysis().settings();
    return "mean of %s runs (small dots) with its %s%.0f %% interval"
        .formatted(count, settings.looks() == null ? "" : "≥ ", settings.confidence() * 100);
  }
}
