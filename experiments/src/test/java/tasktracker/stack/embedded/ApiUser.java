package tasktracker.stack.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Someone with an account of the application. */
public final class ApiUser implements AutoCloseable {
  /** More than any time-out of the application. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI entry;
  private final String token;

  private ApiUser(URI entry) throws Exception {
    this.entry = entry;
    String name = "u" + UUID.randomUUID().toString().replace("-", "");
    String account =
        "{\"email\":\"%1$s@example.org\",\"username\":\"%1$s\",\"password\":\"secret1\"}"
            .formatted(name);
    send("POST", "/api/v1/auth/register", "", account);
    String answer = send("POST", "/api/v1/auth/login", "", account).body();
    token = JsonMapper.shared().readTree(answer).get("access_token").asString();
  }

  public static ApiUser registered(URI entry) throws Exception {
    return new ApiUser(entry);
  }

  /** The status, or -1 where none came. */
  public int get(String path) throws InterruptedException {
    return status("GET", path, "");
  }

  /** The status, or -1 where none came. */
  int createTask() throws InterruptedException {
    return status("POST", "/api/v1/tasks/", "{\"title\":\"A task\"}");
  }

  String body(String path) throws Exception {
    return send("GET", path, token, "").body();
  }

  private int status(String method, String path, String body) throws InterruptedException {
    try {
      return send(method, path, token, body).statusCode();
    } catch (IOException e) {
      return -1;
    }
  }

  private HttpResponse<String> send(String method, String path, String bearer, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(entry.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
