package tasktracker.load.scenario.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import tasktracker.load.scenario.Request;
import tasktracker.load.scenario.Session;

/**
 * The headers that go with every request. Those that change only when something is captured are
 * left to the session, which keeps them ready for the wire. A header whose variable has no value
 * yet is left out: before log-in there is no token. Immutable.
 */
final class StandingHeaders {
  private final Map<String, Template> kept = new LinkedHashMap<>();
  private final Map<String, Template> fresh = new LinkedHashMap<>();

  StandingHeaders(Map<String, Template> headers) {
    headers.forEach((name, value) -> (value.isRandom() ? fresh : kept).put(name, value));
  }

  /** Gives the session the values of this moment. */
  void set(Session session, Values values) {
    kept.forEach((name, value) -> value.ifAvailable(values, text -> session.header(name, text)));
  }

  /** Adds the headers that are drawn anew for every request. */
  void addFresh(Request request, Values values) {
    fresh.forEach((name, value) -> value.ifAvailable(values, text -> request.header(name, text)));
  }
}
