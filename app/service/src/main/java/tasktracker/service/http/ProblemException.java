package tasktracker.service.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;

/** Ends the handling of a request with a {@link Problem} as its answer. Carries no stack trace. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Header BEARER =
      HeaderValues.createCached(HeaderNames.WWW_AUTHENTICATE, "Bearer");

  private final transient Problem problem;
  private final transient List<Header> headers;

  private ProblemException(Problem problem, Throwable cause, Header... headers) {
    super(problem.detail(), cause, false, false);
    this.problem = problem;
    this.headers = List.of(headers);
  }

  /** Returns an exception that answers with {@code problem}. */
  public static ProblemException of(Problem problem) {
    return new ProblemException(problem, null);
  }

  /** Returns an exception that answers with {@code status} and {@code detail}. */
  public static ProblemException of(Status status, String detail) {
    return of(Problem.of(status, detail));
  }

  /** Returns a 400 for a request that cannot be understood or obeyed. */
  public static ProblemException badRequest(String detail) {
    return of(Status.BAD_REQUEST_400, detail);
  }

  /** Returns a 401 with {@code WWW-Authenticate: Bearer}. */
  public static ProblemException unauthorized(String detail) {
    return new ProblemException(Problem.of(Status.UNAUTHORIZED_401, detail), null, BEARER);
  }

  /** Returns a 404. */
  public static ProblemException notFound(String detail) {
    return of(Status.NOT_FOUND_404, detail);
  }

  /** Returns a 503 for something that this service needs and cannot reach. */
  public static ProblemException unavailable(String detail, Throwable cause) {
    return new ProblemException(Problem.of(Status.SERVICE_UNAVAILABLE_503, detail), cause);
  }

  /** Returns a 503 with {@code Retry-After} for a request that there is no room for now. */
  public static ProblemException overloaded() {
    return new ProblemException(
        Problem.of(Status.SERVICE_UNAVAILABLE_503, MemoryBudget.EXHAUSTED),
        null,
        MemoryBudget.RETRY_AFTER);
  }

  /** Returns a 429 that tells, in whole seconds rounded up, when to come again. */
  public static ProblemException tooManyRequests(String detail, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new ProblemException(
        Problem.of(Status.TOO_MANY_REQUESTS_429, detail),
        null,
        HeaderValues.create(HeaderNames.RETRY_AFTER, seconds));
  }

  /** Returns the problem that is the answer. */
  public Problem problem() {
    return problem;
  }

  /** Sends the answer. */
  public void send(ServerResponse response) {
    headers.forEach(response::header);
    problem.send(response);
  }
}
