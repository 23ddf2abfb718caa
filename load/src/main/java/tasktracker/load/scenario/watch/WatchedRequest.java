package tasktracker.load.scenario.watch;

import java.util.function.Function;
import java.util.function.Predicate;
import tasktracker.load.scenario.Request;
import tasktracker.load.scenario.Response;

/** A request that is sent by someone who watches. */
final class WatchedRequest implements Request {
  private final Function<Request, Response> sender;
  private Request request;

  WatchedRequest(Request request, Function<Request, Response> sender) {
    this.request = request;
    this.sender = sender;
  }

  @Override
  public Request named(String name) {
    request = request.named(name);
    return this;
  }

  @Override
  public Request header(String name, String value) {
    request = request.header(name, value);
    return this;
  }

  @Override
  public Request json(String body) {
    request = request.json(body);
    return this;
  }

  @Override
  public Request body(byte[] body, String contentType) {
    request = request.body(body, contentType);
    return this;
  }

  @Override
  public Request chunked() {
    request = request.chunked();
    return this;
  }

  @Override
  public Request expectContinue() {
    request = request.expectContinue();
    return this;
  }

  @Override
  public Request expect(int status) {
    request = request.expect(status);
    return this;
  }

  @Override
  public Request check(String description, Predicate<Response> condition) {
    request = request.check(description, condition);
    return this;
  }

  @Override
  public Response send() {
    return sender.apply(request);
  }
}
