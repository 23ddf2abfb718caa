package tasktracker.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.Session;
import tasktracker.load.workload.LedgerReport;
import tasktracker.load.workload.ledger.ReadBack;
import tasktracker.load.workload.ledger.StoredRecord;
import tasktracker.load.workload.ledger.WriteLedger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The tasks that one account has written. Titles must be unique within it, because a create of
 * unknown outcome has no id to be found by.
 */
final class TaskLedger implements WriteLog, ReadBack.AuditedAccount {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 1_000;

  /** A create and an update write title, description and priority together. */
  private static final String CONTENT = "content";

  private static final String STATUS = "status";

  private final Account account;
  private final WriteLedger ledger;

  TaskLedger(Account account) {
    this.account = account;
    this.ledger = new WriteLedger(account.username());
  }

  @Override
  public void created(String body, Response response) {
    JsonNode written = JSON.readTree(body);
    Optional<String> id =
        response.ok() ? Optional.of(response.json().get("id").asString()) : Optional.empty();
    ledger.created(
        id,
        Map.of(CONTENT, content(written), STATUS, written.path(STATUS).asString("todo")),
        response);
  }

  @Override
  public void updated(long id, String body, Response response) {
    ledger.written(Long.toString(id), Map.of(CONTENT, content(JSON.readTree(body))), response);
  }

  @Override
  public void moved(long id, String status, Response response) {
    ledger.written(Long.toString(id), Map.of(STATUS, status), response);
  }

  @Override
  public void deleted(long id, Response response) {
    ledger.deleted(Long.toString(id), response);
  }

  @Override
  public void listed(JsonNode tasks) {
    tasks.forEach(task -> ledger.seen(stored(task)));
  }

  @Override
  public Optional<LedgerReport> read(Session session) {
    return account.logIn(session) ? tasks(session).map(this::compareWith) : Optional.empty();
  }

  @Override
  public LedgerReport unread() {
    return ledger.unread();
  }

  /** Tells what became of the writes, by every task of the account as the API lists it. */
  LedgerReport compareWith(List<JsonNode> present) {
    return ledger.compareWith(present.stream().map(TaskLedger::stored).toList());
  }

  /** All tasks of the account; empty when a page fails, or they are not as many as there are. */
  private static Optional<List<JsonNode>> tasks(Session session) {
    List<JsonNode> tasks = new ArrayList<>();
    long total;
    int read;
    do {
      Response page =
          session
              .get("/api/v1/tasks/?skip=%s&limit=%s".formatted(tasks.size(), PAGE))
              .named("read back")
              .expect(200)
              .send();
      if (!page.ok()) {
        return Optional.empty();
      }
      JsonNode json = page.json();
      total = json.path("total").asLong(-1);
      read = json.path("tasks").size();
      json.path("tasks").forEach(tasks::add);
    } while (read > 0 && tasks.size() < total);
    return tasks.size() == total ? Optional.of(tasks) : Optional.empty();
  }

  private static StoredRecord stored(JsonNode task) {
    String status = task.path(STATUS).asString("");
    boolean completed = task.path("is_completed").asBoolean();
    return new StoredRecord(
        task.path("id").asString(""),
        Map.of(
            CONTENT,
            content(task),
            STATUS,
            completed == status.equals("done")
                ? status
                : "%s with is_completed %s".formatted(status, completed)));
  }

  private static String content(JsonNode task) {
    ArrayNode content = JSON.createArrayNode();
    List.of("title", "description", "priority")
        .forEach(part -> content.add(task.path(part).asString("")));
    return content.toString();
  }
}
