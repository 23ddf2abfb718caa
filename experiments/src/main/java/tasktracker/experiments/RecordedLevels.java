package tasktracker.experiments;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/** Which repetitions of which levels a folder holds. */
final class RecordedLevels {
  private static final Pattern INDEX = Pattern.compile("run_(\\d+)_.*");

  private final SortedSet<Integer> levels = new TreeSet<>();
  private final Set<List<Object>> done = new HashSet<>();
  private final Map<Integer, Set<Integer>> confirming = new HashMap<>();
  private final Map<Integer, Integer> repetitions = new HashMap<>();
  private int highestIndex = -1;

  RecordedLevels(Collection<Integer> planned, List<RunResult> runs) {
    levels.addAll(planned);
    for (RunResult run : runs) {
      int repetition = run.repetition().orElse(1);
      levels.add(run.concurrency());
      done.add(List.of(run.architecture(), run.concurrency(), repetition));
      if (run.confirms()) {
        confirming.computeIfAbsent(run.concurrency(), _ -> new HashSet<>()).add(repetition);
      }
      repetitions.merge(run.concurrency(), repetition, Math::max);
      highestIndex =
          Math.max(
              highestIndex,
              RunName.folderOf(run)
                  .map(INDEX::matcher)
                  .filter(Matcher::matches)
                  .map(name -> Integer.parseInt(name.group(1)))
                  .orElse(-1));
    }
  }

  /** Planned and recorded levels, rising. */
  SortedSet<Integer> levels() {
    return levels;
  }

  /** The highest number that a run of the folder bears; -1 without runs. */
  int highestIndex() {
    return highestIndex;
  }

  /** Whether the folder holds this repetition of this level, of this architecture. */
  boolean has(String architecture, int level, int repetition) {
    return done.contains(List.of(architecture, level, repetition));
  }

  /** The repetitions of a level that were measured after it had been decided. */
  Set<Integer> confirming(int level) {
    return confirming.getOrDefault(level, Set.of());
  }

  /** The highest repetition of a level, of any architecture; 0 without runs. */
  int repetitions(int level) {
    return repetitions.getOrDefault(level, 0);
  }
}
