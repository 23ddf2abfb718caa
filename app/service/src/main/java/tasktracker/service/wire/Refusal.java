package tasktracker.service.wire;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import tasktracker.service.http.MemoryBudget;

/** Why a request is not taken. The answer says so and the connection is closed behind it. */
final class Refusal {

  private Refusal() {}

  /** A 400 for bytes that are no HTTP/1.1 request. */
  static RequestException malformed(String reason) {
    return of(Status.BAD_REQUEST_400, reason);
  }

  /** A 503 for bytes that there is no room for at the moment. */
  static RequestException overloaded() {
    return RequestException.builder()
        .type(EventType.BAD_REQUEST)
        .status(Status.SERVICE_UNAVAILABLE_503)
        .setKeepAlive(false)
        .header(MemoryBudget.RETRY_AFTER)
        .message(MemoryBudget.EXHAUSTED)
        .build();
  }

  /** An answer with another status. */
  static RequestException of(Status status, String reason) {
    return RequestException.builder()
        .type(EventType.BAD_REQUEST)
        .status(status)
        .setKeepAlive(false)
        .message(reason)
        .build();
  }
}
