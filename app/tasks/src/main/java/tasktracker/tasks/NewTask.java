package tasktracker.tasks;

import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import tasktracker.service.http.Fields;

/** What a user gives to create a task. */
record NewTask(
    String title, String description, Status status, Priority priority, Instant dueDate) {

  static NewTask read(ServerRequest request) {
    Fields fields = Fields.ofBody(request);
    NewTask task =
        new NewTask(
            fields.required("title", TaskFields.TITLE),
            fields.optional("description", TaskFields.DESCRIPTION),
            fields.optional("status", TaskFields.STATUS, Status.TODO),
            fields.optional("priority", TaskFields.PRIORITY, Priority.MEDIUM),
            fields.optional("due_date", TaskFields.DUE_DATE));
    fields.check();
    return task;
  }
}
