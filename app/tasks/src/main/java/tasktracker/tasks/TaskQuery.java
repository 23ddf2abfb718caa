package tasktracker.tasks;

import io.helidon.webserver.http.ServerRequest;
import tasktracker.service.http.FieldType;
import tasktracker.service.http.RequestFields;

/**
 * Which tasks of a user to list.
 *
 * @param skip number of tasks left out at the start
 * @param limit largest number of tasks on the page
 * @param status only tasks of this status; {@code null} for any
 * @param priority only tasks of this priority; {@code null} for any
 */
record TaskQuery(int skip, int limit, TaskStatus status, Priority priority) {

  private static final FieldType<Integer> SKIP = FieldType.integer(0, Integer.MAX_VALUE);
  private static final FieldType<Integer> LIMIT = FieldType.integer(1, 1000);

  static TaskQuery read(ServerRequest request) {
    RequestFields fields = RequestFields.ofQuery(request);
    Integer skip = fields.optional("skip", SKIP, 0);
    Integer limit = fields.optional("limit", LIMIT, 100);
    TaskStatus status = fields.optional("status", TaskFields.STATUS);
    Priority priority = fields.optional("priority", TaskFields.PRIORITY);
    fields.check();
    return new TaskQuery(skip, limit, status, priority);
  }
}
