package tasktracker.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/** A task of a user. */
@JsonPropertyOrder({"id", "title", "description", "status", "priority", "is_completed"})
record Task(
    long id,
    String title,
    String description,
    TaskStatus status,
    Priority priority,
    Instant dueDate,
    long ownerId,
    Instant createdAt,
    Instant updatedAt) {

  private static final int FIXED_SIZE = 400;

  /** Roughly the bytes that it takes in memory: two for each character. */
  @JsonIgnore
  int size() {
    return FIXED_SIZE + 2 * (title.length() + (description == null ? 0 : description.length()));
  }

  @JsonProperty("is_completed")
  boolean isCompleted() {
    return status == TaskStatus.DONE;
  }
}
