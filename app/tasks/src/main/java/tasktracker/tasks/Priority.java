package tasktracker.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How urgent a task is. */
enum Priority {
  LOW,
  MEDIUM,
  HIGH;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** Returns the name in JSON and in the database. */
  @JsonValue
  String text() {
    return text;
  }

  static Priority of(String text) {
    return switch (text) {
      case "low" -> LOW;
      case "medium" -> MEDIUM;
      case "high" -> HIGH;
      default -> throw new IllegalArgumentException("unknown priority " + text);
    };
  }
}
