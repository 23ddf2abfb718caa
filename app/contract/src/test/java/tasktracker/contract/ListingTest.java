package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@BothDeployments
class ListingTest {

  @Parameter Deployment deployment;
  private Client user;

  @BeforeEach
  void createTasks() {
    user = Client.newUser(deployment);
    create("a", "todo", "low");
    create("b", "todo", "high");
    create("c", "in_progress", "high");
    create("d", "done", "high");
    create("e", "done", "low");
  }

  @Test
  void listsNewestFirst() {
    JsonNode page = list("");

    assertThat(page.propertyNames()).containsExactlyInAnyOrder("tasks", "total", "skip", "limit");
    assertPage(page, 5, 0, 100, "e", "d", "c", "b", "a");
  }

  @Test
  void pages() {
    assertPage(list("?limit=2"), 5, 0, 2, "e", "d");
    assertPage(list("?skip=2&limit=2"), 5, 2, 2, "c", "b");
    assertPage(list("?skip=4&limit=2"), 5, 4, 2, "a");
    assertPage(list("?skip=3&limit=2"), 5, 3, 2, "b", "a");
    assertPage(list("?skip=5&limit=2"), 5, 5, 2);
    assertPage(list("?skip=2147483647&limit=1000"), 5, 2147483647, 1000);
    assertPage(list("?limit=5"), 5, 0, 5, "e", "d", "c", "b", "a");
  }

  @Test
  void filters() {
    assertPage(list("?status=todo"), 2, 0, 100, "b", "a");
    assertPage(list("?priority=high"), 3, 0, 100, "d", "c", "b");
    assertPage(list("?status=done&priority=high"), 1, 0, 100, "d");
    assertPage(list("?status=in_progress&priority=medium"), 0, 0, 100);
    assertPage(list("?priority=high&limit=1&skip=1"), 3, 1, 1, "c");
  }

  @Test
  void tellsEveryParameterThatIsWrong() {
    invalid("?skip=-1", "skip");
    invalid("?skip=1.5", "skip");
    invalid("?skip=99999999999", "skip");
    invalid("?limit=0", "limit");
    invalid("?limit=1001", "limit");
    invalid("?limit=", "limit");
    invalid("?status=Done", "status");
    invalid("?priority=urgent", "priority");
    invalid("?skip=x&limit=x&status=x&priority=x", "skip", "limit", "status", "priority");
  }

  @Test
  void answersWithAndWithoutTrailingSlash() {
    for (String path : List.of("/api/v1/tasks", "/api/v1/stats", "/api/v1/tasks/stats")) {
      assertThat(user.get(path + "/").hasStatus(200).json())
          .isEqualTo(user.get(path).hasStatus(200).json());
    }
    assertThat(user.get("/api/v1/tasks?limit=1").json())
        .isEqualTo(user.get("/api/v1/tasks/?limit=1").json());
  }

  @Test
  void counts() {
    JsonNode stats = user.get("/api/v1/tasks/stats").hasStatus(200).json();

    assertThat(stats.propertyStream().map(it -> it.getKey() + " " + it.getValue()))
        .containsExactlyInAnyOrder(
            "total 5",
            "todo 2",
            "in_progress 1",
            "done 2",
            "completed 2",
            "high_priority 3",
            "medium_priority 0",
            "low_priority 2");
  }

  @Test
  void computesStatistics() {
    assertThat(user.get("/api/v1/stats/").hasStatus(200).body())
        .isEqualTo("{\"total_tasks\":5,\"completed_tasks\":2,\"completed_percentage\":40.0}");
    create("f", "todo", "low");
    assertThat(user.get("/api/v1/stats/").json().get("completed_percentage").doubleValue())
        .isEqualTo(33.33);
    assertThat(Client.newUser(deployment).get("/api/v1/stats/").hasStatus(200).body())
        .isEqualTo("{\"total_tasks\":0,\"completed_tasks\":0,\"completed_percentage\":0.0}");
  }

  private void create(String title, String status, String priority) {
    user.createTask(Map.of("title", title, "status", status, "priority", priority));
  }

  private JsonNode list(String query) {
    return user.get("/api/v1/tasks/" + query).hasStatus(200).json();
  }

  private void invalid(String query, String... parameters) {
    user.get("/api/v1/tasks/" + query).isInvalid(parameters);
  }

  private static void assertPage(JsonNode page, int total, int skip, int limit, String... titles) {
    assertThat(page.get("tasks").valueStream().map(task -> task.get("title").stringValue()))
        .containsExactly(titles);
    assertThat(IntStream.of(total, skip, limit))
        .containsExactly(
            page.get("total").intValue(),
            page.get("skip").intValue(),
            page.get("limit").intValue());
  }
}
