package tasktracker.service;

import static java.util.logging.Level.SEVERE;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.logging.Logger;
import tasktracker.service.http.Problem;
import tasktracker.service.http.ProblemException;

/** Turns whatever goes wrong with a request into problem details. */
final class ProblemDetails {

  private static final Logger LOG = Logger.getLogger(ProblemDetails.class.getName());

  private static final String NOT_TAKEN = "The server could not take this request";

  private ProblemDetails() {}

  /** Answers what handlers throw. */
  static void register(HttpRouting.Builder routing) {
    routing
        .error(ProblemException.class, (request, response, e) -> e.send(response))
        .error(
            HttpException.class,
            (request, response, e) -> Problem.of(e.status(), e.getMessage()).send(response))
        .error(Throwable.class, ProblemDetails::answerUnexpected);
  }

  /** Returns handlers for what is wrong before a request reaches any route. */
  static DirectHandlers beforeRouting() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, problemHandler());
    }
    return handlers.build();
  }

  private static DirectHandler problemHandler() {
    return (request, type, status, headers, message) ->
        TransportResponse.builder()
            .status(status)
            .headers(headers)
            .header(Problem.CONTENT_TYPE)
            .keepAlive(type.keepAlive())
            .entity(
                Problem.of(
                        status,
                        type == EventType.INTERNAL_ERROR || message == null ? NOT_TAKEN : message)
                    .toBytes())
            .build();
  }

  private static void answerUnexpected(
      ServerRequest request, ServerResponse response, Throwable failure) {
    LOG.log(SEVERE, failure, () -> "failed on " + request);
    Problem.of(Status.INTERNAL_SERVER_ERROR_500, "The server failed to answer this request")
        .send(response);
  }
}
