package tasktracker.workload.ledger;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tasktracker.load.scenario.Response;
import tasktracker.load.workload.LedgerReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every write of one account: acknowledged, refused, or of unknown outcome. Titles must be unique
 * within the account, because a create of unknown outcome has no id to be found by. For one thread
 * at a time.
 */
public final class WriteLedger implements WriteLog {
  private static final JsonMapper JSON = new JsonMapper();

  private final String account;
  private final Map<Long, KnownTask> tasks = new HashMap<>();
  private final Map<String, KnownTask> uncertainCreates = new HashMap<>();
  private final Set<String> refusedCreates = new HashSet<>();
  private final Map<Answer, Long> counts = new EnumMap<>(Answer.class);
  private long recovered;

  /** A ledger without entries. */
  public WriteLedger(String account) {
    this.account = account;
  }

  /** Name of the account. */
  public String account() {
    return account;
  }

  @Override
  public void created(String body, Response response) {
    JsonNode written = JSON.readTree(body);
    Content content = Content.of(written);
    KnownTask task = new KnownTask(content, written.path("status").asString("todo"));
    switch (count(Answer.of(response))) {
      case ACKNOWLEDGED -> tasks.put(response.json().get("id").asLong(), task);
      case UNKNOWN -> uncertainCreates.put(content.title(), task);
      case REFUSED -> refusedCreates.add(content.title());
    }
  }

  @Override
  public void updated(long id, String body, Response response) {
    Answer answer = count(Answer.of(response));
    KnownTask task = tasks.get(id);
    if (task != null) {
      task.content().write(Content.of(JSON.readTree(body)), answer);
    }
  }

  @Override
  public void moved(long id, String status, Response response) {
    Answer answer = count(Answer.of(response));
    KnownTask task = tasks.get(id);
    if (task != null) {
      task.status().write(status, answer);
    }
  }

  @Override
  public void deleted(long id, Response response) {
    Answer answer = count(Answer.of(response));
    KnownTask task = tasks.get(id);
    if (task != null) {
      task.delete(answer);
    }
  }

  /** A create of unknown outcome that the user sees has happened, and its task has an id now. */
  @Override
  public void listed(JsonNode listed) {
    for (JsonNode each : listed) {
      long id = each.path("id").asLong();
      if (!tasks.containsKey(id)) {
        KnownTask task = uncertainCreates.remove(each.path("title").asString(""));
        if (task != null) {
          tasks.put(id, task);
          recovered++;
        }
      }
    }
  }

  /**
   * Tells what became of the writes.
   *
   * @param present every task of the account, as the API lists it after all writes have ended
   */
  public LedgerReport compareWith(List<JsonNode> present) {
    return LedgerComparison.of(this, present);
  }

  /** What is known of an account that could not be read back. */
  public LedgerReport unread() {
    return new LedgerReport(
        0,
        answered(Answer.ACKNOWLEDGED),
        answered(Answer.REFUSED),
        answered(Answer.UNKNOWN),
        recovered,
        List.of(),
        List.of(account));
  }

  Map<Long, KnownTask> tasks() {
    return tasks;
  }

  Map<String, KnownTask> uncertainCreates() {
    return uncertainCreates;
  }

  Set<String> refusedCreates() {
    return refusedCreates;
  }

  /** Creates of unknown outcome that have been seen in a list. */
  long recovered() {
    return recovered;
  }

  /** Writes that were answered like this. */
  long answered(Answer answer) {
    return counts.getOrDefault(answer, 0L);
  }

  private Answer count(Answer answer) {
    counts.merge(answer, 1L, Long::sum);
    return answer;
  }
}
