package tasktracker.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tasktracker.service.http.ContractJson;

/** Someone who uses a deployment, anonymous or with a token. Follows no redirect. */
record Client(int port, String token) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private static final AtomicLong SERIAL = new AtomicLong();

  static final String PASSWORD = "correct horse";

  static Client anonymous(Deployment deployment) {
    return new Client(deployment.port(), null);
  }

  /** Registers a new user and logs in. */
  static Client newUser(Deployment deployment) {
    String name = uniqueName();
    Client anonymous = anonymous(deployment);
    anonymous.register(name, PASSWORD).hasStatus(201);
    return anonymous.withToken(
        anonymous.login(name, PASSWORD).hasStatus(200).json().get("access_token").stringValue());
  }

  static String uniqueName() {
    return "user" + SERIAL.incrementAndGet();
  }

  Client withToken(String other) {
    return new Client(port, other);
  }

  Answer register(String name, String password) {
    return post(
        "/api/v1/auth/register",
        Map.of("email", name + "@example.org", "username", name, "password", password));
  }

  Answer login(String name, String password) {
    return post("/api/v1/auth/login", Map.of("username", name, "password", password));
  }

  /** Creates a task and returns its id. */
  long createTask(Map<String, ?> fields) {
    return post("/api/v1/tasks/", fields).hasStatus(201).json().get("id").longValue();
  }

  Answer get(String path) {
    return send("GET", path, new byte[0]);
  }

  Answer delete(String path) {
    return send("DELETE", path, new byte[0]);
  }

  Answer patch(String path) {
    return send("PATCH", path, new byte[0]);
  }

  Answer post(String path, Object body) {
    return send("POST", path, ContractJson.mapper().writeValueAsBytes(body));
  }

  Answer put(String path, Object body) {
    return send("PUT", path, ContractJson.mapper().writeValueAsBytes(body));
  }

  Answer send(String method, String path, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
