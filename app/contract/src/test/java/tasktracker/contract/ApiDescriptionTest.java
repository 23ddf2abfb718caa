package tasktracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@BothDeployments
class ApiDescriptionTest {

  /** Every method and path of the contract. */
  private static final List<String> CONTRACT =
      List.of(
          "GET /health",
          "GET /",
          "GET /openapi.json",
          "POST /api/v1/auth/register",
          "POST /api/v1/auth/login",
          "GET /api/v1/auth/me",
          "POST /api/v1/tasks/",
          "GET /api/v1/tasks/",
          "GET /api/v1/tasks/stats",
          "GET /api/v1/tasks/{id}",
          "PUT /api/v1/tasks/{id}",
          "DELETE /api/v1/tasks/{id}",
          "PATCH /api/v1/tasks/{id}/complete",
          "PATCH /api/v1/tasks/{id}/incomplete",
          "GET /api/v1/stats/");

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  @Parameter Deployment deployment;

  @Test
  void describesEveryOperationOfTheContractAndNoOther() {
    assertThat(operations()).containsExactlyInAnyOrderElementsOf(CONTRACT);
  }

  @Test
  void describesOnlyWhatIsAnswered() {
    Client user = Client.newUser(deployment);
    for (String operation : operations()) {
      long id = user.createTask(Map.of("title", "x"));
      String[] parts = operation.replace("{id}", Long.toString(id)).split(" ");
      assertThat(user.send(parts[0], parts[1], new byte[0]).status())
          .as(operation)
          .isIn(200, 204, 400);
    }
  }

  @Test
  void refersOnlyToWhatItDefines() {
    JsonNode document = document();
    for (JsonNode reference : document.findValues("$ref")) {
      assertThat(document.at(reference.stringValue().substring(1)).isMissingNode())
          .as(reference.stringValue())
          .isFalse();
    }
  }

  private Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    document()
        .get("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue().propertyNames().stream()
                .filter(METHODS::contains)
                .forEach(method ->
                    operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return operations;
  }

  private JsonNode document() {
    return Client.anonymous(deployment).get("/openapi.json").hasStatus(200).json();
  }
}
