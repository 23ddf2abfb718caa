package tasktracker.report.verdict;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tasktracker.analysis.seconds.ResampledRun;
import tasktracker.analysis.seconds.RunSecond;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysedSweep;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Circumstances;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.report.verdict.warning.DataWarnings;
import tasktracker.results.CpuSpeed;
import tasktracker.results.RecordedRuns;
import tasktracker.results.RunResult;
import tasktracker.results.foreign.ForeignFormats;
import tools.jackson.databind.JsonNode;

/** Reads a results folder into what the analysis works on. */
final class SweepReading {
  private final Path folder;
  private final RecordedRuns recorded;
  private final AnalysisSettings settings;
  private final Optional<ServiceLevelObjective> objective;
  private final List<String> warnings = new ArrayList<>();
  private final Repetitions repetitions = new Repetitions();

  SweepReading(Path folder, RecordedRuns recorded, AnalysisSettings settings) {
    this.folder = folder;
    this.recorded = recorded;
    this.settings = settings;
    this.objective = settings.promised();
  }

  AnalysedSweep sweep() {
    warnings.addAll(recorded.warnings());
    warnings.addAll(DataWarnings.of(folder, recorded));
    List<AnalysedRun> runs = runs();
    return new AnalysedSweep(
        architectures(),
        runs,
        circumstances(),
        warnings,
        recorded.config().path("until_sure").asBoolean(false));
  }

  private List<AnalysedRun> runs() {
    List<RunAssessment> assessments = recorded.runs().stream().map(this::assessment).toList();
    Map<List<Object>, Long> counts =
        assessments.stream()
            .filter(run -> !run.excluded())
            .collect(groupingBy(SweepReading::level, counting()));
    List<AnalysedRun> runs = new ArrayList<>();
    for (RunAssessment each : assessments) {
      int place = runs.size();
      boolean onlyOne = counts.getOrDefault(level(each), 0L) <= 1;
      runs.add(run(recorded.runs().get(place), each, onlyOne, place));
    }
    return runs;
  }

  private RunAssessment assessment(RunResult run) {
    return Assessments.of(run, repetitions.of(run), () -> SecondsReading.of(run, folder, _ -> {}));
  }

  private static List<Object> level(RunAssessment run) {
    return List.of(run.architecture(), run.concurrency());
  }

  private AnalysedRun run(RunResult run, RunAssessment assessment, boolean onlyOne, int place) {
    List<RunSecond> seconds = SecondsReading.of(run, folder, warnings::add);
    Map<ComparedMetric, List<Double>> resampled =
        onlyOne
            ? ResampledRun.of(seconds, settings.resamples(), 31 * settings.seed() + place)
            : Map.of();
    Map<ComparedMetric, Double> figures = RunFiguresReading.of(run, seconds);
    return new AnalysedRun(
        assessment,
        figures,
        steps(run, figures),
        run.figures() == null ? null : run.figures().totalRequests(),
        resampled,
        RunReading.services(run),
        RunReading.idle(run).orElse(null),
        run.addition("wall_s", Double.class).orElse(null),
        run.addition("deployment_s", Double.class).orElse(null),
        CpuSpeed.meanOf(run),
        WorkReading.iterations(run),
        WorkReading.of(run, folder, warnings::add),
        objective.map(bounds -> BoundReading.of(run, folder, bounds, seconds)).orElse(Map.of()));
  }

  /** Only other generators round latencies. */
  private static Map<ComparedMetric, Double> steps(
      RunResult run, Map<ComparedMetric, Double> figures) {
    Map<ComparedMetric, Double> steps = new EnumMap<>(ComparedMetric.class);
    run.addition("generator", String.class)
        .flatMap(ForeignFormats::of)
        .ifPresent(format ->
            figures.forEach((metric, figure) -> {
              if (metric.isLatency()) {
                steps.put(metric, format.stepAt(figure));
              }
            }));
    return steps;
  }

  /** In the order in which the experiment named them, else in that of the runs. */
  private List<String> architectures() {
    Set<String> measured = new LinkedHashSet<>();
    recorded.runs().forEach(run -> measured.add(run.architecture()));
    Set<String> ordered = new LinkedHashSet<>();
    recorded.config().path("architectures").forEach(name -> ordered.add(name.asString()));
    ordered.retainAll(measured);
    ordered.addAll(measured);
    return List.copyOf(ordered);
  }

  private Circumstances circumstances() {
    JsonNode config = recorded.config();
    JsonNode machine = config.path("environment");
    return new Circumstances(
        config.path("load_model").asString(null),
        recorded.runs().stream()
            .map(RunResult::duration)
            .filter(Objects::nonNull)
            .findFirst()
            .map(duration -> duration.toMillis() / 1e3)
            .orElse(null),
        machine.path("cpu_model").isString()
            ? "%s, %d CPUs"
                .formatted(machine.path("cpu_model").asString(), machine.path("cpus").asInt())
            : null,
        config.path("limits").valueStream().map(JsonNode::asString).toList());
  }
}
