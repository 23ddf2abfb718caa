package tasktracker.workload.ledger;

import tools.jackson.databind.JsonNode;

/** The part of a task that a create or an update writes. Titles are unique within an account. */
record Content(String title, String description, String priority) {

  static Content of(JsonNode task) {
    return new Content(
        task.path("title").asString(""),
        task.path("description").asString(""),
        task.path("priority").asString(""));
  }
}
