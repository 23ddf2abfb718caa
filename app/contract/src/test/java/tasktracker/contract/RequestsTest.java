package tasktracker.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@BothDeployments
class RequestsTest {

  private static final int MIB = 1024 * 1024;

  @Parameter Deployment deployment;
  private Client user;

  @BeforeEach
  void registerUser() {
    user = Client.newUser(deployment);
  }

  @Test
  void saysWhoItIsAndThatItIsHealthy() {
    JsonNode root = user.get("/").hasStatus(200).json();
    assertThat(root.propertyNames()).containsExactlyInAnyOrder("name", "version", "status");
    assertThat(root.get("status").stringValue()).isEqualTo("running");

    JsonNode health = user.get("/health").hasStatus(200).json();
    assertThat(health.get("status").stringValue()).isEqualTo("healthy");
    assertThat(health.has("service")).isEqualTo(!deployment.isMonolith());
  }

  @Test
  void answers404WhereNothingIs() {
    for (String path : List.of("/nope", "/api/v1", "/api/v1/tasks/1/nope", "/api/v1/taskss/")) {
      user.get(path).isProblem(404);
      user.post(path, Map.of()).isProblem(404);
    }
  }

  @Test
  void answers405ToAMethodThatAPathDoesNotHave() {
    Answer answer = user.patch("/api/v1/tasks/");

    answer.isProblem(405);
    assertThat(answer.headers().allValues("Allow")).containsExactly("GET, POST");
    user.delete("/api/v1/auth/me").isProblem(405);
    user.get("/api/v1/auth/register").isProblem(405);
  }

  @Test
  void answers400ToGarbage() {
    for (String garbage :
        List.of("{", "{\"title\":}", "nope", "{\"title\":\"x\"} trailing", "{\"a\":1,\"a\":2}")) {
      user.send("POST", "/api/v1/tasks/", garbage.getBytes(StandardCharsets.UTF_8)).isProblem(400);
    }
    user.send("POST", "/api/v1/tasks/", new byte[0]).isProblem(400);
    user.send("POST", "/api/v1/tasks/", new byte[] {'"', (byte) 0xff, '"'}).isProblem(400);
    user.send("POST", "/api/v1/tasks/", "[".repeat(100_000).getBytes(US_ASCII)).isProblem(400);
    user.send("POST", "/api/v1/tasks/", "[]".getBytes(US_ASCII)).isInvalid("body");
    user.send("POST", "/api/v1/tasks/", "null".getBytes(US_ASCII)).isInvalid("body");
  }

  @Test
  void takesABodyOfOneMebibyteAndNoByteMore() {
    byte[] largest = taskOf(MIB);
    byte[] tooLarge = taskOf(MIB + 1);

    user.send("POST", "/api/v1/tasks/", largest).hasStatus(201);
    user.send("POST", "/api/v1/tasks/", tooLarge).isProblem(413);
    user.send("POST", "/api/v1/auth/register", tooLarge).isProblem(413);
    user.send("PUT", "/api/v1/tasks/1", tooLarge).isProblem(413);
  }

  @Test
  void countsTheBytesOfAChunkedBody() throws Exception {
    try (RawConnection connection = new RawConnection(deployment.port())) {
      connection.callChunked("POST", "/api/v1/tasks/", user.token(), taskOf(MIB)).hasStatus(201);
      connection
          .callChunked("POST", "/api/v1/tasks/", user.token(), taskOf(MIB + 1))
          .isProblem(413);
      connection.call("GET", "/api/v1/auth/me", user.token()).hasStatus(200);
    }
  }

  @Test
  void keepsTheConnectionUsableAfterEveryAnswer() throws Exception {
    long id = user.createTask(Map.of("title", "x"));
    try (RawConnection connection = new RawConnection(deployment.port())) {
      connection.call("DELETE", "/api/v1/tasks/" + id, user.token()).hasStatus(204);
      connection.call("DELETE", "/api/v1/tasks/" + id, user.token()).isProblem(404);
      connection.call("GET", "/api/v1/tasks", "garbage").isProblem(401);
      connection.call("GET", "/nope", user.token()).isProblem(404);
      connection.call("PATCH", "/api/v1/tasks", user.token()).isProblem(405);
      connection.call("GET", "/api/v1/tasks", user.token()).hasStatus(200);
    }
  }

  @Test
  void sendsNoHeaderTwiceAndRedirectsNowhere() throws Exception {
    try (RawConnection connection = new RawConnection(deployment.port())) {
      for (String path :
          List.of("/api/v1/tasks", "/api/v1/tasks/", "/api/v1/stats", "/api/v1/auth/me", "/nope")) {
        Answer answer = connection.call("GET", path, user.token());
        assertThat(answer.status()).isIn(200, 404);
        assertThat(answer.headers().map().entrySet())
            .allSatisfy(header -> assertThat(header.getValue()).as(header.getKey()).hasSize(1));
        assertThat(answer.headers().map()).doesNotContainKey("Location");
      }
    }
  }

  private static byte[] taskOf(int bytes) {
    String start = "{\"title\":\"Large\"";
    String end = "}";
    return (start + " ".repeat(bytes - start.length() - end.length()) + end).getBytes(US_ASCII);
  }
}
