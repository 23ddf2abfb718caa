package tasktracker.analysis;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.MeasuringEffort;

/** What an adaptive plan took beside the fixed one that would have been as sure everywhere. */
final class Effort {
  private Effort() {}

  /** Null where a run does not say how long it took. */
  static MeasuringEffort of(List<AnalysedRun> runs) {
    List<Double> times =
        runs.stream().map(AnalysedRun::wallSeconds).filter(Objects::nonNull).toList();
    if (times.isEmpty() || times.size() < runs.size()) {
      return null;
    }
    Map<List<Object>, Long> repetitions =
        runs.stream()
            .collect(groupingBy(run -> List.of(run.architecture(), run.concurrency()), counting()));
    long most = repetitions.values().stream().mapToLong(Long::longValue).max().orElse(0);
    int fixed = Math.toIntExact(most * repetitions.size());
    double seconds = sum(times);
    List<Double> deployments =
        runs.stream()
            .map(AnalysedRun::deploymentSeconds)
            .filter(time -> time != null && time > 0)
            .toList();
    double together = sum(deployments);
    double fixedSeconds = (seconds - together) / runs.size() * fixed;
    if (!deployments.isEmpty()) {
      fixedSeconds += together / deployments.size() * fixedDeployments(runs, most, fixed);
    }
    return new MeasuringEffort(runs.size(), fixed, seconds, fixedSeconds);
  }

  /** One for each architecture and repetition where runs share them, else one for each run. */
  private static long fixedDeployments(List<AnalysedRun> runs, long repetitions, int fixedRuns) {
    boolean shared =
        runs.stream()
            .anyMatch(run -> run.deploymentSeconds() != null && run.deploymentSeconds() == 0);
    long architectures = runs.stream().map(AnalysedRun::architecture).distinct().count();
    return shared ? architectures * repetitions : fixedRuns;
  }

  private static double sum(List<Double> times) {
    return times.stream().mapToDouble(Double::doubleValue).sum();
  }
}
