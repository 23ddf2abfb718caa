package tasktracker.stats;

import tasktracker.service.auth.Caller;

/** Where the statistics get the numbers of tasks from. Thread-safe. */
@FunctionalInterface
public interface TaskTotalsSource {

  /**
   * Returns how many tasks the caller has.
   *
   * @throws tasktracker.service.http.ProblemException 503 if that cannot be found out
   */
  TaskTotals totalsOf(Caller caller);
}
