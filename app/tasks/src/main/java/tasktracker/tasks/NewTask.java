package tasktracker.tasks;

import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import tasktracker.service.http.RequestFields;

/** What a user gives to create a task. */
record NewTask(
    String title, String description, TaskStatus status, Priority priority, Instant dueDate) {

  static NewTask read(ServerRequest request) {
    RequestFields fields = RequestFields.ofBody(request);
    NewTask task =
        new NewTask(
            fields.required("title", TaskFields.TITLE),
            fields.optional("description", TaskFields.DESCRIPTION),
            fields.optional("status", TaskFields.STATUS, TaskStatus.TODO),
            fields.optional("priority", TaskFields.PRIORITY, Priority.MEDIUM),
            fields.optional("due_date", TaskFields.DUE_DATE));
    fields.check();
    return task;
  }
}
