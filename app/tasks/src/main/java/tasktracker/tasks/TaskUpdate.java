package tasktracker.tasks;

import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import tasktracker.service.http.Change;
import tasktracker.service.http.RequestFields;

/**
 * What a user wants to change of a task. {@code null} leaves a field as it is.
 *
 * @param status new status
 * @param reopen whether a task that is done becomes one to do; {@code status} counts before it
 */
record TaskUpdate(
    String title,
    Change<String> description,
    TaskStatus status,
    boolean reopen,
    Priority priority,
    Change<Instant> dueDate) {

  static TaskUpdate read(ServerRequest request) {
    RequestFields fields = RequestFields.ofBody(request);
    String title = fields.change("title", TaskFields.TITLE).value();
    Change<String> description = fields.nullableChange("description", TaskFields.DESCRIPTION);
    TaskStatus status = fields.change("status", TaskFields.STATUS).value();
    Boolean completed = fields.change("is_completed", TaskFields.COMPLETED).value();
    Priority priority = fields.change("priority", TaskFields.PRIORITY).value();
    Change<Instant> dueDate = fields.nullableChange("due_date", TaskFields.DUE_DATE);
    fields.check();
    if (status == null && Boolean.TRUE.equals(completed)) {
      status = TaskStatus.DONE;
    }
    boolean reopen = Boolean.FALSE.equals(completed);
    return new TaskUpdate(title, description, status, reopen, priority, dueDate);
  }
}
