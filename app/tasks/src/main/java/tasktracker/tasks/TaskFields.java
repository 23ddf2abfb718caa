package tasktracker.tasks;

import java.time.Instant;
import tasktracker.service.http.FieldType;

/** What the fields of a task may be. */
final class TaskFields {

  static final FieldType<String> TITLE = FieldType.text(1, 255);
  static final FieldType<String> DESCRIPTION = FieldType.text(0, 10_000);
  static final FieldType<TaskStatus> STATUS = FieldType.oneOf(TaskStatus.class);
  static final FieldType<Priority> PRIORITY = FieldType.oneOf(Priority.class);
  static final FieldType<Boolean> COMPLETED = FieldType.bool();
  static final FieldType<Instant> DUE_DATE = FieldType.instant();

  private TaskFields() {}
}
