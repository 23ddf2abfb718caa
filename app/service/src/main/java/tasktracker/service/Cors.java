package tasktracker.service;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Set;

/**
 * Lets web front ends of other origins call the API, as browsers ask for it.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
final class Cors implements Filter {

  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
  private static final String HEADERS = "Authorization, Content-Type, X-Request-Id";
  private static final String EXPOSED = "Retry-After, X-Request-Id";
  private static final String MAX_AGE_SECONDS = "600";

  private final Set<String> origins;
  private final boolean any;

  /**
   * @param origins who may call, such as {@code http://localhost:3000}, or {@code *} for anyone
   */
  Cors(List<String> origins) {
    this.origins = Set.copyOf(origins);
    this.any = origins.contains("*");
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    ServerRequestHeaders headers = request.headers();
    String origin = headers.first(HeaderNames.ORIGIN).orElse(null);
    boolean allowed = origin != null && (any || origins.contains(origin));
    response.beforeSend(() -> allow(response, allowed ? origin : null));
    if (allowed
        && request.prologue().method().equals(Method.OPTIONS)
        && headers.contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD)) {
      answerPreflight(response);
    } else {
      chain.proceed();
    }
  }

  private void allow(ServerResponse response, String origin) {
    if (origin != null) {
      response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, any ? "*" : origin);
      response.header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
      if (!any) {
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
      }
    }
    if (!any) {
      response.header(HeaderNames.VARY, "Origin");
    }
  }

  private static void answerPreflight(RoutingResponse response) {
    response.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    response.header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
    response.header(HeaderNames.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
    response.status(Status.NO_CONTENT_204).send();
  }
}
