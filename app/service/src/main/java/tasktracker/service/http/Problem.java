package tasktracker.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/**
 * Problem details (RFC 9457): the body of every error answer.
 *
 * @param title the reason phrase of the status
 * @param status the HTTP status code
 * @param detail what went wrong, for people
 * @param errors what is wrong with each field; left out unless there is any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String title, int status, String detail, List<FieldError> errors) {

  /** The header that announces problem details. */
  public static final Header CONTENT_TYPE =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/problem+json");

  /** Copies the list of errors. */
  public Problem {
    errors = List.copyOf(errors);
  }

  /** Returns a problem without errors of fields. */
  public static Problem of(Status status, String detail) {
    return new Problem(status.reasonPhrase(), status.code(), detail, List.of());
  }

  /** Returns the problem of a request whose fields are not valid (422). */
  public static Problem invalid(List<FieldError> errors) {
    return new Problem("Unprocessable Content", 422, "The request is not valid", errors);
  }

  /** Returns this problem as JSON. */
  public byte[] toBytes() {
    return ContractJson.mapper().writeValueAsBytes(this);
  }

  /** Sends this problem as the answer. */
  public void send(ServerResponse response) {
    response.status(Status.create(status)).header(CONTENT_TYPE).send(toBytes());
  }
}
