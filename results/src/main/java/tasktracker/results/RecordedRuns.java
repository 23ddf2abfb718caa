package tasktracker.results;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a results folder held when it was read.
 *
 * @param config {@code config.json}, an empty object if there is none
 * @param runs the runs that ended well, in the order of the file
 * @param failures the runs that failed and have no result since
 * @param warnings one line for each thing that was left out, such as a torn last line
 */
public record RecordedRuns(
    JsonNode config, List<RunResult> runs, List<FailedRun> failures, List<String> warnings) {

  /** Copies the lists. */
  public RecordedRuns {
    Objects.requireNonNull(config);
    runs = List.copyOf(runs);
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
  }

  /** Returns the planned runs that have no result yet, failed ones included, in their order. */
  public List<RunName> missing(List<RunName> plan) {
    Set<String> done = done(runs);
    return plan.stream().filter(run -> !done.contains(run.folder())).toList();
  }

  static Set<String> done(List<RunResult> runs) {
    return runs.stream()
        .flatMap(run -> RunName.folderOf(run).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
