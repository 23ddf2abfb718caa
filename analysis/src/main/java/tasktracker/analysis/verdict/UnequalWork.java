package tasktracker.analysis.verdict;

import java.util.List;

/**
 * That two systems did different work at a level, so that their figures say nothing about each
 * other.
 *
 * @param concurrency virtual users
 * @param differences with their numbers, a phrase each
 * @param inFailuresAlone whether they were asked for the same and differ in what failed; how much
 *     fails may be compared then
 */
public record UnequalWork(int concurrency, List<String> differences, boolean inFailuresAlone) {

  /** Copies the list. */
  public UnequalWork {
    differences = List.copyOf(differences);
  }

  /** Whether a metric cannot be compared. */
  public boolean forbids(ComparedMetric metric) {
    return !(inFailuresAlone && metric == ComparedMetric.ERROR_RATE);
  }

  /** A sentence without its end. */
  @Override
  public String toString() {
    return "Not comparable at %d users: %s".formatted(concurrency, String.join("; ", differences));
  }
}
