package tasktracker.report.verdict.warning;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Optional;

/** Levels that were all measured once. */
final class OneRunEach implements Warning {

  @Override
  public Optional<String> about(SweepData data) {
    boolean repeated =
        data.runs().stream()
            .collect(groupingBy(run -> List.of(run.architecture(), run.concurrency())))
            .values()
            .stream()
            .anyMatch(level -> level.size() > 1);
    return repeated
        ? Optional.empty()
        : Optional.of(
            "Every level was measured once, so intervals assume how much runs differ; --repeats measures it.");
  }
}
