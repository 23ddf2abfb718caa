package tasktracker.load.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.core5.http.HttpStatus;
import tasktracker.load.http.RequestLog.Result;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.scenario.Request;
import tasktracker.load.scenario.Response;

/** The request that a session is about to send; one object serves all requests of the session. */
final class PreparedRequest implements Request {
  private static final byte[] JSON = HeaderLine.of("Content-Type", "application/json");
  private static final int ANY_SUCCESS = 0;

  private final HttpSession session;
  private final List<Check> checks = new ArrayList<>();
  private final RequestBytes bytes = new RequestBytes();
  private String method;
  private String name;
  private int expectedStatus;

  private record Check(String description, Predicate<Response> condition) {
    /** A condition that throws, say because the body is no JSON or too large, does not hold. */
    boolean holds(Response response) {
      try {
        return condition.test(response);
      } catch (RuntimeException | VirtualMachineError | AssertionError e) {
        return false;
      }
    }
  }

  PreparedRequest(HttpSession session) {
    this.session = session;
  }

  PreparedRequest begin(String newMethod, String path, byte[] headers) {
    bytes.begin(newMethod, path, headers);
    method = newMethod;
    name = path;
    expectedStatus = ANY_SUCCESS;
    checks.clear();
    return this;
  }

  @Override
  public Request named(String newName) {
    name = newName;
    return this;
  }

  @Override
  public Request header(String headerName, String value) {
    if (headerName.equalsIgnoreCase("Host")) {
      throw new IllegalArgumentException("a request has one header Host: set that of the session");
    }
    bytes.header(headerName, value);
    return this;
  }

  @Override
  public Request json(String body) {
    bytes.body(body.getBytes(StandardCharsets.UTF_8), JSON);
    return this;
  }

  @Override
  public Request body(byte[] body, String contentType) {
    bytes.body(body, HeaderLine.of("Content-Type", contentType));
    return this;
  }

  @Override
  public Request chunked() {
    bytes.chunked();
    return this;
  }

  @Override
  public Request expectContinue() {
    bytes.expectContinue();
    return this;
  }

  @Override
  public Request expect(int status) {
    expectedStatus = status;
    return this;
  }

  @Override
  public Request check(String description, Predicate<Response> condition) {
    checks.add(new Check(description, condition));
    return this;
  }

  @Override
  public Response send() {
    return session.send(this);
  }

  RequestBytes bytes() {
    return bytes;
  }

  Endpoint endpoint() {
    return new Endpoint(method, name);
  }

  Result judge(ReceivedResponse response) {
    int status = response.status();
    boolean expected =
        expectedStatus == ANY_SUCCESS
            ? status < HttpStatus.SC_BAD_REQUEST
            : status == expectedStatus;
    if (!expected) {
      return status >= HttpStatus.SC_BAD_REQUEST
          ? FailureKind.ofStatus(response, response.reason(), name)
          : FailureKind.ofCheck(response, "status %s, not %s".formatted(status, expectedStatus));
    }
    response.succeeded();
    for (Check check : checks) {
      if (!check.holds(response)) {
        response.failed();
        return FailureKind.ofCheck(response, check.description());
      }
    }
    return Result.SUCCESS;
  }
}
