package tasktracker.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/** A task of a user. */
@JsonPropertyOrder({"id", "title", "description", "status", "priority", "is_completed"})
record Task(
    long id,
    String title,
    String description,
    Status status,
    Priority priority,
    Instant dueDate,
    long ownerId,
    Instant createdAt,
    Instant updatedAt) {

  @JsonProperty("is_completed")
  boolean isCompleted() {
    return status == Status.DONE;
  }
}
