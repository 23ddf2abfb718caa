package tasktracker.experiments;

import java.util.ArrayList;
import java.util.List;
import tasktracker.results.RunName;

/**
 * Runs that come next on one deployment, in their order.
 *
 * @param runs of one architecture and repetition, at least one
 */
record SharedRuns(List<RunName> runs) {
  SharedRuns {
    runs = List.copyOf(runs);
  }

  /** Divides runs among deployments: those that follow one another may share one. */
  static List<SharedRuns> of(List<RunName> runs, FreshDeployment fresh) {
    List<SharedRuns> all = new ArrayList<>();
    int begin = 0;
    for (int end = 1; end <= runs.size(); end++) {
      if (end == runs.size() || !share(runs.get(begin), runs.get(end), fresh)) {
        all.add(new SharedRuns(runs.subList(begin, end)));
        begin = end;
      }
    }
    return all;
  }

  private static boolean share(RunName one, RunName other, FreshDeployment fresh) {
    return fresh == FreshDeployment.REPETITION
        && one.architecture().equals(other.architecture())
        && one.repetition() == other.repetition();
  }

  RunName first() {
    return runs.getFirst();
  }

  /** Those after the first so many. */
  SharedRuns after(int count) {
    return new SharedRuns(runs.subList(count, runs.size()));
  }

  /** The levels in the order in which they are measured. */
  List<Integer> levels() {
    return runs.stream().map(RunName::concurrency).toList();
  }

  /** The level in the middle; of an even number the upper one of the two in the middle. */
  int middleLevel() {
    return levels().stream().sorted().toList().get(runs.size() / 2);
  }
}
