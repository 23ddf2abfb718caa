package tasktracker.tasks;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import tasktracker.service.http.ContractJson;
import tasktracker.service.http.MemoryBudget;
import tasktracker.service.http.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/**
 * Sends a page of tasks. A small page goes out in one piece. A large one is read from the database
 * and sent batch by batch, so that a page takes no more memory than a batch does, however long the
 * client takes; all batches that are being sent count against {@link MemoryBudget#OF_PROCESS}.
 */
final class TaskListing {

  /** Tasks of one batch: as many as a page has unless more are asked for. */
  private static final int BATCH = 100;

  private static final int SMALL_BYTES = 64 * 1024;

  private final TaskStore tasks;
  private final long owner;
  private final TaskQuery query;

  TaskListing(TaskStore tasks, long owner, TaskQuery query) {
    this.tasks = tasks;
    this.owner = owner;
    this.query = query;
  }

  /**
   * @throws ProblemException 503 if too much is in flight
   */
  void send(ServerResponse response) {
    TaskPage page = tasks.list(owner, query, Math.min(query.limit(), BATCH));
    long size = size(page.tasks());
    if (size <= SMALL_BYTES && !page.isBegun()) {
      ContractJson.send(response, page);
      return;
    }
    if (!MemoryBudget.OF_PROCESS.tryReserveForLarge(size)) {
      throw ProblemException.overloaded();
    }
    try {
      stream(page, response);
    } finally {
      MemoryBudget.OF_PROCESS.release(size);
    }
  }

  private void stream(TaskPage page, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    JsonGenerator json = ContractJson.mapper().createGenerator(response.outputStream());
    try {
      write(page, json);
    } catch (JacksonException e) {
      // A client that has left is no failure of ours, and Jackson wraps what tells it.
      throw e.getCause() instanceof CloseConnectionException gone ? gone : e;
    }
    // Not after a failure: closing would complete the JSON of a list that broke off.
    json.close();
  }

  private void write(TaskPage page, JsonGenerator json) {
    json.writeStartObject();
    json.writeArrayPropertyStart("tasks");
    page.tasks().forEach(json::writePOJO);
    if (page.isBegun()) {
      sendRest(page, json);
    }
    json.writeEndArray();
    json.writeNumberProperty("total", page.total());
    json.writeNumberProperty("skip", page.skip());
    json.writeNumberProperty("limit", page.limit());
    json.writeEndObject();
  }

  private void sendRest(TaskPage page, JsonGenerator json) {
    int left = page.limit() - page.tasks().size();
    Task last = page.tasks().getLast();
    while (left > 0 && last != null) {
      List<Task> next = nextBatch(last, Math.min(left, BATCH));
      long size = size(next);
      reserveMore(size);
      try {
        next.forEach(json::writePOJO);
      } finally {
        MemoryBudget.OF_PROCESS.release(size);
      }
      left -= next.size();
      last = next.isEmpty() ? null : next.getLast();
    }
  }

  /** The status has gone out, so that a failure can only be shown by a cut answer. */
  private List<Task> nextBatch(Task last, int size) {
    try {
      return tasks.listAfter(owner, query, last, size);
    } catch (ProblemException e) {
      throw new CloseConnectionException("The list broke off", e);
    }
  }

  private static void reserveMore(long size) {
    if (!MemoryBudget.OF_PROCESS.tryReserveForLarge(size)) {
      throw new CloseConnectionException("There is no room for the rest of the list");
    }
  }

  private static long size(List<Task> tasks) {
    long size = 0;
    for (Task task : tasks) {
      size += task.size();
    }
    return size;
  }
}
