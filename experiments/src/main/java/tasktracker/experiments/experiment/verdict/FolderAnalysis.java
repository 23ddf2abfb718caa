package tasktracker.experiments.experiment.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tasktracker.experiments.UsageException;
import tasktracker.experiments.analysis.SweepAnalyst;
import tasktracker.experiments.analysis.verdict.AnalysedRun;
import tasktracker.experiments.analysis.verdict.AnalysisSettings;
import tasktracker.experiments.analysis.verdict.Circumstances;
import tasktracker.experiments.analysis.verdict.SweepAnalysis;
import tasktracker.experiments.result.RecordedRuns;
import tasktracker.experiments.result.ResultsFolder;
import tasktracker.experiments.result.RunResult;
import tools.jackson.databind.JsonNode;

/** The analysis of a results folder of any age: of this lab or another, finished or not. */
public final class FolderAnalysis {
  private FolderAnalysis() {}

  /**
   * Reads a folder and analyses it; nothing is written.
   *
   * @throws UsageException if no run has ended, or a file holds what it should not
   */
  public static SweepAnalysis of(ResultsFolder folder, AnalysisSettings settings) {
    RecordedRuns recorded = folder.read();
    if (recorded.runs().isEmpty()) {
      throw new UsageException(
          folder.path() + ": nothing to analyse, no run has ended yet; let one finish first");
    }
    return new SweepAnalyst(settings)
        .analyse(
            architectures(recorded), runs(recorded), circumstances(recorded), recorded.warnings());
  }

  private static List<AnalysedRun> runs(RecordedRuns recorded) {
    Repetitions repetitions = new Repetitions();
    List<AnalysedRun> runs = new ArrayList<>();
    for (RunResult run : recorded.runs()) {
      runs.add(
          new AnalysedRun(
              Assessments.of(run, repetitions.of(run)),
              RunFiguresReading.of(run),
              run.figures() == null ? null : run.figures().totalRequests(),
              Map.of()));
    }
    return runs;
  }

  /** In the order in which the experiment named them, else in that of the runs. */
  private static List<String> architectures(RecordedRuns recorded) {
    Set<String> measured = new LinkedHashSet<>();
    recorded.runs().forEach(run -> measured.add(run.architecture()));
    Set<String> ordered = new LinkedHashSet<>();
    recorded.config().path("architectures").forEach(name -> ordered.add(name.asString()));
    ordered.retainAll(measured);
    ordered.addAll(measured);
    return List.copyOf(ordered);
  }

  private static Circumstances circumstances(RecordedRuns recorded) {
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
            : null);
  }
}
