package tasktracker.load.scenario.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tasktracker.load.scenario.Request;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.Session;

/** A request of a scenario file, taken apart once for all users. Immutable. */
record RequestTemplate(
    String name,
    String method,
    Template path,
    Map<String, Template> headers,
    Body body,
    OptionalInt expected,
    List<Check> checks,
    List<Capture> captures,
    Optional<Write> write) {

  /**
   * Sends it for a user. What is captured is kept although another condition may not hold.
   *
   * @return whether it succeeded and all was captured
   */
  boolean send(Session session, StandingHeaders standing, Values values) {
    Request request = session.request(method, path.render(values)).named(name);
    standing.addFresh(request, values);
    headers.forEach((header, value) -> request.header(header, value.render(values)));
    String sent = body.addTo(request, values);
    expected.ifPresent(request::expect);
    for (Check check : checks) {
      request.check(check.description(), response -> check.holds(response, values));
    }
    for (Capture capture : captures) {
      request.check(capture.description(), response -> capture.keep(response, values));
    }
    Optional<Write.Pending> pending = write.flatMap(each -> each.begin(values));
    values.forgetAnswer();
    Response response = request.send();
    pending.ifPresent(each -> each.ended(sent, response));
    if (response.ok() && !captures.isEmpty()) {
      standing.set(session, values);
    }
    return response.ok();
  }
}
