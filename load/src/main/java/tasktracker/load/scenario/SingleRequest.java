package tasktracker.load.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Users who send the same request over and over.
 *
 * @param path with its query, percent-encoded
 * @param body null for none; sent in UTF-8
 * @param contentType of the body
 */
public record SingleRequest(String method, String path, String body, String contentType)
    implements Scenario {

  /** Checks that nothing but a body is missing. */
  public SingleRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(contentType, "contentType");
  }

  @Override
  public String name() {
    return method + " " + path;
  }

  @Override
  public VirtualUser newUser(UserContext context) {
    byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    WeightedTasks tasks = WeightedTasks.of(1, session -> send(session, bytes));
    return () -> tasks;
  }

  private void send(Session session, byte[] bytes) {
    Request request = session.request(method, path);
    if (bytes != null) {
      request.body(bytes, contentType);
    }
    request.send();
  }
}
