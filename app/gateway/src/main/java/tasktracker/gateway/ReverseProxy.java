package tasktracker.gateway;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.List;
import tasktracker.service.Component;
import tasktracker.service.Routes;
import tasktracker.service.http.Problem;
import tasktracker.service.http.ProblemException;
import tasktracker.service.upstream.Upstream;
import tasktracker.service.upstream.UpstreamException;
import tasktracker.service.upstream.UpstreamResponse;

/** Passes every request on to the service whose path it has. */
final class ReverseProxy implements Component {

  private final List<Destination> destinations;

  ReverseProxy(List<Destination> destinations) {
    this.destinations = destinations;
  }

  @Override
  public void addRoutes(Routes routes) {
    routes.otherwise(this::forward);
  }

  private void forward(ServerRequest request, ServerResponse response) {
    Upstream upstream = upstreamFor(request.prologue().uriPath().rawPath());
    RequestId id = RequestId.of(request);
    try (UpstreamResponse answer = send(request, id, upstream)) {
      new ResponseRelay(upstream, id).relay(answer, response);
    } catch (UpstreamException e) {
      answer(e, upstream, id, response);
    } catch (IOException | InsufficientDataAvailableException e) {
      throw new CloseConnectionException("The client broke off", e);
    }
  }

  private static UpstreamResponse send(ServerRequest request, RequestId id, Upstream upstream)
      throws IOException {
    try (ForwardedBody body = ForwardedBody.of(request)) {
      return upstream.send(ForwardedRequest.from(request, id, body));
    }
  }

  private Upstream upstreamFor(String rawPath) {
    for (Destination destination : destinations) {
      if (destination.route().covers(rawPath)) {
        return destination.upstream();
      }
    }
    throw ProblemException.notFound("Nothing answers at this path");
  }

  private static void answer(
      UpstreamException failure, Upstream upstream, RequestId id, ServerResponse response) {
    Problem problem =
        switch (failure) {
          case UpstreamException.Unreachable _ ->
              Problem.of(
                  Status.SERVICE_UNAVAILABLE_503, upstream.name() + " cannot be reached now");
          case UpstreamException.TimedOut _ ->
              Problem.of(Status.GATEWAY_TIMEOUT_504, upstream.name() + " took too long to answer");
          case UpstreamException.BrokenOff _ ->
              Problem.of(Status.BAD_GATEWAY_502, upstream.name() + " broke off without an answer");
        };
    response.header(id.header());
    problem.send(response);
  }

  @Override
  public void close() {
    destinations.forEach(destination -> destination.upstream().close());
  }
}
