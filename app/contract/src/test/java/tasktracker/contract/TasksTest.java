package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@BothDeployments
class TasksTest {

  @Parameter Deployment deployment;
  private Client user;

  @BeforeEach
  void registerUser() {
    user = Client.newUser(deployment);
  }

  @Test
  void createsATaskWithDefaults() {
    JsonNode task = user.post("/api/v1/tasks/", Map.of("title", "Buy milk")).hasStatus(201).json();

    assertThat(task.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "title",
            "description",
            "status",
            "priority",
            "is_completed",
            "due_date",
            "owner_id",
            "created_at",
            "updated_at");
    assertThat(task.get("title").stringValue()).isEqualTo("Buy milk");
    assertThat(task.get("description").isNull()).isTrue();
    assertThat(task.get("due_date").isNull()).isTrue();
    assertThat(task.get("priority").stringValue()).isEqualTo("medium");
    assertIs(task, "todo", false);
    assertThat(task.get("owner_id"))
        .isEqualTo(user.get("/api/v1/auth/me").hasStatus(200).json().get("id"));
    assertThat(get(task.get("id").longValue())).isEqualTo(task);
  }

  @Test
  void createsATaskWithEveryField() {
    JsonNode task =
        user.post(
                "/api/v1/tasks",
                Map.of(
                    "title", "Ship it",
                    "description", "Line one\nline two",
                    "status", "done",
                    "priority", "high",
                    "due_date", "2030-02-28T12:30:00.123456+02:00"))
            .hasStatus(201)
            .json();

    assertThat(task.get("description").stringValue()).isEqualTo("Line one\nline two");
    assertThat(task.get("priority").stringValue()).isEqualTo("high");
    assertThat(task.get("due_date").stringValue()).isEqualTo("2030-02-28T10:30:00.123456Z");
    assertIs(task, "done", true);
  }

  @Test
  void keepsEveryCharacter() {
    List<String> texts =
        List.of(
            "Pay 💶 👩‍👩‍👧‍👦",
            "שלום עולם",
            "e\u0301\u0327 Z̷a̷l̷g̷o̷",
            "\u202Ertl",
            "\"\\/<&>\t'; drop table tasks;--");
    for (String text : texts) {
      long id = user.createTask(Map.of("title", text, "description", text));

      assertThat(get(id).get("title").stringValue()).isEqualTo(text);
      assertThat(get(id).get("description").stringValue()).isEqualTo(text);
    }
    user.createTask(Map.of("title", "🙂".repeat(255)));
    user.post("/api/v1/tasks/", Map.of("title", "🙂".repeat(256))).isInvalid("title");
  }

  @Test
  void tellsEveryFieldThatIsWrong() {
    user.post("/api/v1/tasks/", Map.of()).isInvalid("title");
    user.post("/api/v1/tasks/", Map.of("title", "")).isInvalid("title");
    user.post("/api/v1/tasks/", Map.of("title", "x".repeat(256))).isInvalid("title");
    user.post("/api/v1/tasks/", Collections.singletonMap("title", null)).isInvalid("title");
    user.post("/api/v1/tasks/", Map.of("title", "nul \u0000")).isInvalid("title");
    user.send(
            "POST",
            "/api/v1/tasks/",
            "{\"title\":\"half \\ud83d\"}".getBytes(StandardCharsets.US_ASCII))
        .isInvalid("title");
    user.post(
            "/api/v1/tasks/",
            Map.of(
                "title",
                1,
                "description",
                true,
                "status",
                "DONE",
                "priority",
                3,
                "due_date",
                "tomorrow"))
        .isInvalid("title", "description", "status", "priority", "due_date");
    for (String date : List.of("2030-02-30", "10000-01-01T00:00:00Z", "", "2030-01-01T25:00:00Z")) {
      user.post("/api/v1/tasks/", Map.of("title", "x", "due_date", date)).isInvalid("due_date");
    }
  }

  @Test
  void changesOnlyWhatIsGiven() {
    long id =
        user.createTask(
            Map.of(
                "title", "Old",
                "description", "Kept",
                "priority", "high",
                "due_date", "2030-01-01"));

    JsonNode updated =
        user.put("/api/v1/tasks/" + id, Map.of("title", "New")).hasStatus(200).json();

    assertThat(updated.get("title").stringValue()).isEqualTo("New");
    assertThat(updated.get("description").stringValue()).isEqualTo("Kept");
    assertThat(updated.get("priority").stringValue()).isEqualTo("high");
    assertThat(updated.get("due_date").stringValue()).isEqualTo("2030-01-01T00:00:00Z");
    assertIs(updated, "todo", false);
    assertThat(get(id)).isEqualTo(updated);
  }

  @Test
  void clearsWhatIsNullAndMayBe() {
    long id =
        user.createTask(Map.of("title", "x", "description", "gone", "due_date", "2030-01-01"));
    Map<String, String> nulls = new HashMap<>();
    nulls.put("description", null);
    nulls.put("due_date", null);

    JsonNode updated = user.put("/api/v1/tasks/" + id, nulls).hasStatus(200).json();

    assertThat(updated.get("description").isNull()).isTrue();
    assertThat(updated.get("due_date").isNull()).isTrue();
    for (String field : List.of("title", "status", "priority", "is_completed")) {
      user.put("/api/v1/tasks/" + id, Collections.singletonMap(field, null)).isInvalid(field);
    }
  }

  @Test
  void completesAndReopensWithTheStatus() {
    long id = user.createTask(Map.of("title", "x"));

    assertIs(update(id, Map.of("status", "done")), "done", true);
    assertIs(update(id, Map.of("title", "y")), "done", true);
    assertIs(update(id, Map.of("status", "in_progress")), "in_progress", false);
    assertIs(update(id, Map.of("is_completed", false)), "in_progress", false);
    assertIs(update(id, Map.of("is_completed", true)), "done", true);
    assertIs(update(id, Map.of("is_completed", false)), "todo", false);
    assertIs(update(id, Map.of("status", "done", "is_completed", false)), "done", true);
    assertIs(update(id, Map.of("status", "todo", "is_completed", true)), "todo", false);
    assertIs(patch(id, "complete"), "done", true);
    assertIs(patch(id, "complete"), "done", true);
    assertIs(patch(id, "incomplete"), "todo", false);
    update(id, Map.of("status", "in_progress"));
    assertIs(patch(id, "incomplete"), "todo", false);
  }

  @Test
  void deletesOnce() {
    long id = user.createTask(Map.of("title", "x"));

    Answer answer = user.delete("/api/v1/tasks/" + id).hasStatus(204);

    assertThat(answer.body()).isEmpty();
    user.delete("/api/v1/tasks/" + id).isProblem(404, "Task not found");
    user.get("/api/v1/tasks/" + id).isProblem(404, "Task not found");
  }

  @Test
  void answers404ForTheTaskOfSomeoneElse() {
    long id = user.createTask(Map.of("title", "Mine"));
    Client other = Client.newUser(deployment);

    assertUnknown(other, Long.toString(id));

    assertThat(get(id).get("title").stringValue()).isEqualTo("Mine");
    assertThat(other.get("/api/v1/tasks/").json().get("total").intValue()).isZero();
  }

  @Test
  void answers404ForATaskThatIsNone() {
    for (String id : List.of("999999999", "0", "-1", "abc", "9223372036854775808")) {
      assertUnknown(user, id);
    }
  }

  private static void assertUnknown(Client client, String id) {
    String path = "/api/v1/tasks/" + id;
    client.get(path).isProblem(404, "Task not found");
    client.put(path, Map.of("title", "Theirs")).isProblem(404, "Task not found");
    client.delete(path).isProblem(404, "Task not found");
    client.patch(path + "/complete").isProblem(404, "Task not found");
    client.patch(path + "/incomplete").isProblem(404, "Task not found");
  }

  private static void assertIs(JsonNode task, String status, boolean completed) {
    assertThat(task.get("status").stringValue()).isEqualTo(status);
    assertThat(task.get("is_completed").booleanValue()).isEqualTo(completed);
  }

  private JsonNode get(long id) {
    return user.get("/api/v1/tasks/" + id).hasStatus(200).json();
  }

  private JsonNode update(long id, Map<String, ?> fields) {
    return user.put("/api/v1/tasks/" + id, fields).hasStatus(200).json();
  }

  private JsonNode patch(long id, String action) {
    return user.patch("/api/v1/tasks/" + id + "/" + action).hasStatus(200).json();
  }
}
