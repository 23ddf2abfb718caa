package tasktracker.results.foreign;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tasktracker.load.recording.Endpoint;

/**
 * Names endpoints alike in all systems: of a URL that stands for a name, host and query are left
 * out, and what looks like an id becomes {@code {id}}. Not thread-safe.
 */
final class EndpointNames {
  static final int MOST = 1_000;
  static final String OTHERS = "(others)";
  private static final int MOST_KNOWN = 100_000;

  private static final Pattern ORIGIN = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*");
  private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);
  private static final Pattern ID =
      Pattern.compile(
          "(?<=/)(?:\\d+|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|[0-9a-fA-F]{16,})"
              + "(?=/|$)");

  private final Map<String, Endpoint> known = new HashMap<>();
  private final Map<Endpoint, Endpoint> endpoints = new HashMap<>();

  /** The endpoint of a request. */
  Endpoint of(String method, String name) {
    String key = method + " " + name;
    Endpoint endpoint = known.get(key);
    if (endpoint == null) {
      endpoint = distinct(new Endpoint(method, shortened(name)));
      if (known.size() < MOST_KNOWN) {
        known.put(key, endpoint);
      }
    }
    return endpoint;
  }

  private Endpoint distinct(Endpoint endpoint) {
    Endpoint same = endpoints.get(endpoint);
    if (same == null) {
      same = endpoints.size() < MOST ? endpoint : new Endpoint("", OTHERS);
      endpoints.put(same, same);
    }
    return same;
  }

  private static String shortened(String name) {
    String path = ORIGIN.matcher(name).replaceFirst("");
    String text =
        path.equals(name) && !name.startsWith("/")
            ? name
            : ID.matcher(QUERY.matcher(path).replaceFirst("")).replaceAll("{id}");
    String visible = text.replaceAll("\\p{Cntrl}", " ").strip();
    if (visible.isEmpty()) {
      return "/";
    }
    return FailureText.cut(visible);
  }
}
