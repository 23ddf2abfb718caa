package tasktracker.experiments.draft;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Values that answers held, and that later requests may send again: then the request that was
 * answered with one captures it.
 */
final class SeenValues {
  private static final int MOST = 200_000;

  /** A value of so many characters is hardly the same by chance. */
  static final int SHORTEST = 8;

  private static final int LONGEST = 4_096;
  private static final Pattern NAMES_AN_ID =
      Pattern.compile("(?i).*(id|key|token|uuid|guid|code|slug|etag|number|name)");
  private static final Pattern COOKIE = Pattern.compile("\\s*([^=;\\s]+)=([^;]*)");

  private final DraftVariables variables;
  private final Map<String, Origin> origins = new HashMap<>();

  SeenValues(DraftVariables variables) {
    this.variables = variables;
  }

  private static final class Origin {
    private final DraftRequest request;
    private final String name;
    private final DraftRequest.Captured captured;
    private String variable;

    Origin(DraftRequest request, String name, DraftRequest.Captured captured) {
      this.request = request;
      this.name = name;
      this.captured = captured;
    }
  }

  /** Whether a value of this name is likely to be meant when it is sent again. */
  static boolean namesAnId(String name) {
    return NAMES_AN_ID.matcher(name).matches();
  }

  /** Notes every value of an answer that is likely to be meant when it is sent again. */
  void see(DraftRequest request, JsonNode answer) {
    see(request, answer, "", "");
  }

  private void see(DraftRequest request, JsonNode node, String pointer, String name) {
    if (node.isObject()) {
      node.properties()
          .forEach(each ->
              see(
                  request,
                  each.getValue(),
                  pointer + "/" + each.getKey().replace("~", "~0").replace("/", "~1"),
                  each.getKey()));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        see(request, node.get(i), pointer + "/" + i, name);
      }
    } else if (node.isString() || node.isIntegralNumber()) {
      String value = node.asString();
      boolean telling = (node.isString() && value.length() >= SHORTEST) || namesAnId(name);
      if (telling && !value.isEmpty() && value.length() <= LONGEST && origins.size() < MOST) {
        // The first answer that held it: the others may only repeat it.
        origins.putIfAbsent(
            value,
            new Origin(
                request, name, new DraftRequest.Captured("json", pointer, Optional.empty())));
      }
    }
  }

  /** Notes a cookie that an answer sets. */
  void seeCookie(DraftRequest request, String header) {
    Matcher cookie = COOKIE.matcher(header);
    if (cookie.lookingAt() && !cookie.group(2).isEmpty()) {
      origins.put(
          cookieKey(cookie.group(1)),
          new Origin(
              request,
              cookie.group(1),
              new DraftRequest.Captured(
                  "header",
                  "Set-Cookie",
                  Optional.of(Pattern.quote(cookie.group(1)) + "=([^;]+)"))));
    }
  }

  /**
   * The placeholder of a value that goes by this name now; a short one is meant only where the name
   * says so: a page 1 is not the task 1.
   */
  Optional<String> placeholderOf(String name, String value) {
    return value.length() >= SHORTEST || namesAnId(name) ? placeholderOf(value) : Optional.empty();
  }

  /** The placeholder for a value that an answer held before; empty where none did. */
  Optional<String> placeholderOf(String value) {
    return Optional.ofNullable(origins.get(value)).map(this::placeholder);
  }

  /** The placeholder for the cookie of that name; empty where no answer has set it. */
  Optional<String> placeholderOfCookie(String name) {
    return Optional.ofNullable(origins.get(cookieKey(name))).map(this::placeholder);
  }

  private static String cookieKey(String name) {
    return "\0cookie " + name;
  }

  private String placeholder(Origin origin) {
    if (origin.variable == null) {
      origin.variable = variables.ofCapture(origin.name);
      origin.request.captures().put(origin.variable, origin.captured);
    }
    return DraftVariables.placeholder(origin.variable);
  }
}
