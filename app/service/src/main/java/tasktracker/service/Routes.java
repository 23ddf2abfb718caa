package tasktracker.service;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.InternalServerException;
import io.helidon.http.Method;
import io.helidon.http.PathMatchers;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tasktracker.service.http.ProblemException;

/**
 * The routes of a server. Paths answer with and without a trailing slash; a known path asked with
 * another method answers 405. Routes match in the order in which they were added.
 */
public final class Routes {

  private final HttpRouting.Builder routing;
  private final Map<String, Set<String>> methodsByPath = new LinkedHashMap<>();
  private Handler otherwise =
      (request, response) -> {
        throw ProblemException.notFound("Nothing answers at this path");
      };

  Routes(HttpRouting.Builder routing) {
    this.routing = routing;
  }

  /**
   * Adds a route. The handlers of POST and PUT read the body; before those of other methods it is
   * read to its end and dropped.
   *
   * @param path path without trailing slash, such as {@code /api/v1/tasks/{id}}
   */
  public void add(Method method, String path, Handler handler) {
    methodsByPath.computeIfAbsent(path, it -> new TreeSet<>()).add(method.text());
    Handler route = takesBody(method) ? handler : afterBody(handler);
    bothForms(path).forEach(form -> routing.route(method, PathMatchers.create(form), route));
  }

  private static boolean takesBody(Method method) {
    return method.equals(Method.POST) || method.equals(Method.PUT);
  }

  /** A body that no one asked for is read all the same: half a request is not acted upon. */
  private static Handler afterBody(Handler handler) {
    return (request, response) -> {
      if (request.content().hasEntity()) {
        skipBody(request);
      }
      handler.handle(request, response);
    };
  }

  private static void skipBody(ServerRequest request) {
    try (InputStream in = request.content().inputStream()) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | InsufficientDataAvailableException e) {
      throw new CloseConnectionException("The client broke off", e);
    }
  }

  /** Sends whatever no route takes, of any method and path, to {@code handler}. */
  public void otherwise(Handler handler) {
    otherwise = handler;
  }

  /** Answers a request that no route takes. */
  void answerOtherwise(ServerRequest request, ServerResponse response) {
    try {
      otherwise.handle(request, response);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new InternalServerException("failed to answer", e);
    }
  }

  void complete() {
    methodsByPath.forEach((path, methods) -> {
      String allowed = String.join(", ", methods);
      bothForms(path).forEach(form -> anyMethod(form, methodNotAllowed(allowed)));
    });
    routing.any(otherwise);
  }

  private void anyMethod(String path, Handler handler) {
    routing.route(HttpRoute.builder().path(PathMatchers.create(path)).handler(handler).build());
  }

  private static Handler methodNotAllowed(String allowed) {
    return (request, response) -> {
      response.header(HeaderNames.ALLOW, allowed);
      throw ProblemException.of(Status.METHOD_NOT_ALLOWED_405, "Allowed here: " + allowed);
    };
  }

  private static List<String> bothForms(String path) {
    return path.equals("/") ? List.of(path) : List.of(path, path + "/");
  }
}
