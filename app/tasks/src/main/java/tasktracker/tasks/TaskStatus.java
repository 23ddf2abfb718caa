package tasktracker.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a task is. A task is completed exactly when it is {@link #DONE}. */
enum TaskStatus {
  TODO,
  IN_PROGRESS,
  DONE;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** Returns the name in JSON and in the database. */
  @JsonValue
  String text() {
    return text;
  }

  static TaskStatus of(String text) {
    return switch (text) {
      case "todo" -> TODO;
      case "in_progress" -> IN_PROGRESS;
      case "done" -> DONE;
      default -> throw new IllegalArgumentException("unknown status " + text);
    };
  }
}
