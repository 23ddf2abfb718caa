package tasktracker.report.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tasktracker.results.RunResult;

/** Which repetition of its level a run is. */
final class Repetitions {
  private final Map<List<Object>, Integer> seen = new HashMap<>();

  /** As the run says; in files that do not say it, the n-th run of its level is the n-th. */
  int of(RunResult run) {
    int counted = seen.merge(List.of(run.architecture(), run.concurrency()), 1, Integer::sum);
    return run.repetition().orElse(counted);
  }
}
