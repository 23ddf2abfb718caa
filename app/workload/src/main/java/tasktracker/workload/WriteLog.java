package tasktracker.workload;

import tasktracker.load.scenario.Response;
import tools.jackson.databind.JsonNode;

/** Is told of every write of one user, and of how it was answered, by the thread of the user. */
interface WriteLog {
  /** Remembers nothing, at no cost. */
  WriteLog NONE = new WriteLog() {};

  /** A task was to be created with this JSON body. */
  default void created(String body, Response response) {}

  /** A task was to get the title, description and priority of this JSON body. */
  default void updated(long id, String body, Response response) {}

  /** A task was to get this status, by completing or reopening it. */
  default void moved(long id, String status, Response response) {}

  /** A task was to be deleted. */
  default void deleted(long id, Response response) {}

  /** The user saw these tasks of its own in a list. */
  default void listed(JsonNode tasks) {}
}
