package tasktracker.experiments.analysis;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import tasktracker.experiments.analysis.verdict.AnalysedRun;
import tasktracker.experiments.analysis.verdict.MeasuringEffort;

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
    double seconds = times.stream().mapToDouble(Double::doubleValue).sum();
    int fixed = Math.toIntExact(most * repetitions.size());
    return new MeasuringEffort(runs.size(), fixed, seconds, seconds / runs.size() * fixed);
  }
}
