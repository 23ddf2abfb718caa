package tasktracker.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * One page of tasks.
 *
 * @param tasks tasks of the page, newest first
 * @param total number of tasks that match the query, on all pages
 * @param skip number of tasks before this page
 * @param limit largest number of tasks on this page
 */
record TaskPage(List<Task> tasks, long total, int skip, int limit) {

  /** Returns the page of a query that begins with {@code tasks}; cuts off what is beyond it. */
  static TaskPage of(List<Task> tasks, long total, TaskQuery query, int size) {
    int kept = Math.min(tasks.size(), size);
    return new TaskPage(tasks.subList(0, kept), total, query.skip(), query.limit());
  }

  /** Whether tasks of this page are not in the list yet. */
  @JsonIgnore
  boolean isBegun() {
    return tasks.size() < limit && skip + tasks.size() < total && !tasks.isEmpty();
  }
}
