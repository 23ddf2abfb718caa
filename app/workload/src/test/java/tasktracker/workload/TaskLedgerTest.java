package tasktracker.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.workload.Finding;
import tasktracker.load.workload.LedgerReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TaskLedgerTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Response OK = new Answered(true, 200, "{}");
  private static final Response NONE = new Answered(false, 0, "");

  private final TaskLedger ledger =
      new TaskLedger(Account.of(new UserContext(0, "ada", new Random(7))));

  @Test
  void anUpdateWithoutAnswerMayBeThereOrNot() {
    create(1, "one");
    ledger.updated(1, body("two"), NONE);

    assertThat(audit(task(1, "one", "todo"))).isEmpty();
    assertThat(audit(task(1, "two", "todo"))).isEmpty();
    assertThat(ledger.compareWith(List.of(task(1, "two", "todo"))).recovered()).isOne();
  }

  @Test
  void anUpdateWithoutAnswerMayComeLate() {
    create(1, "one");
    ledger.updated(1, body("two"), NONE);
    ledger.updated(1, body("three"), OK);

    assertThat(audit(task(1, "three", "todo"))).isEmpty();
    assertThat(audit(task(1, "two", "todo"))).as("took effect after the third").isEmpty();
    assertThat(audit(task(1, "one", "todo"))).containsExactly(Finding.Kind.LOST);
  }

  @Test
  void aChangeOfStatusThatWasAcknowledgedMustBeThere() {
    create(1, "one");
    ledger.moved(1, "done", OK);

    assertThat(audit(task(1, "one", "done"))).isEmpty();
    assertThat(audit(task(1, "one", "todo"))).containsExactly(Finding.Kind.LOST);
  }

  @Test
  void aTaskWhoseDeleteHasNoAnswerMayBeThereOrNot() {
    create(1, "one");
    ledger.deleted(1, NONE);

    assertThat(audit(task(1, "one", "todo"))).isEmpty();
    assertThat(audit()).isEmpty();
  }

  @Test
  void aRefusedDeleteChangesNothing() {
    create(1, "one");
    ledger.deleted(1, new Answered(false, 404, "{}"));

    assertThat(audit()).containsExactly(Finding.Kind.LOST);
  }

  @Test
  void aCreateWithoutAnswerThatWasSeenMustStay() {
    ledger.created(body("one"), NONE);
    ledger.listed(JSON.valueToTree(List.of(task(7, "one", "todo"))));

    assertThat(audit(task(7, "one", "todo"))).isEmpty();
    assertThat(audit()).containsExactly(Finding.Kind.LOST);
    assertThat(audit(task(7, "one", "todo"), task(8, "one", "todo")))
        .containsExactly(Finding.Kind.DUPLICATE);
  }

  @Test
  void statusAndCompletionMustAgree() {
    create(1, "one");

    assertThat(audit(task(1, "one", "todo").put("is_completed", true)))
        .containsExactly(Finding.Kind.UNEXPECTED);
  }

  @Test
  void serversInTroubleLeaveTheOutcomeOpen() {
    ledger.created(body("one"), new Answered(false, 503, ""));
    ledger.created(body("two"), new Answered(false, 422, ""));

    LedgerReport report = ledger.compareWith(List.of(task(1, "one", "todo")));

    assertThat(report.unknown()).isOne();
    assertThat(report.refused()).isOne();
    assertThat(report.recovered()).isOne();
    assertThat(report.findings()).isEmpty();
  }

  private void create(long id, String title) {
    ledger.created(body(title), new Answered(true, 201, "{\"id\":" + id + "}"));
  }

  private List<Finding.Kind> audit(JsonNode... present) {
    return ledger.compareWith(Stream.of(present).toList()).findings().stream()
        .map(Finding::kind)
        .toList();
  }

  private static String body(String title) {
    return content(title).put("status", "todo").toString();
  }

  private static ObjectNode task(long id, String title, String status) {
    return content(title)
        .put("id", id)
        .put("status", status)
        .put("is_completed", status.equals("done"));
  }

  private static ObjectNode content(String title) {
    return JSON.createObjectNode()
        .put("title", title)
        .put("description", "words")
        .put("priority", "low");
  }

  private record Answered(boolean ok, int status, String text) implements Response {
    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }

    @Override
    public byte[] body() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int contentSize() {
      return body().length;
    }

    @Override
    public JsonNode json() {
      return JSON.readTree(text);
    }
  }
}
