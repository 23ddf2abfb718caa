package tasktracker.experiments.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request of a draft. Its texts hold placeholders; characters that would make one are escaped.
 *
 * @param name of the endpoint
 * @param method such as {@code GET}
 * @param path with its query, percent-encoded
 * @param headers of this request alone
 * @param body empty where it has none
 * @param expected status that is a success; empty for every one below 400
 * @param captures by variable; filled while later requests are read
 */
record DraftRequest(
    String name,
    String method,
    String path,
    Map<String, String> headers,
    Optional<Body> body,
    Optional<Integer> expected,
    Map<String, Captured> captures) {

  DraftRequest {
    headers = new LinkedHashMap<>(headers);
    captures = new LinkedHashMap<>(captures);
  }

  /** What is sent. */
  sealed interface Body {
    /** A tree whose texts may hold placeholders. */
    record Json(JsonNode tree) implements Body {}

    /** Fields as a browser sends them. */
    record Form(Map<String, String> fields) implements Body {}

    /** Any other text. */
    record Text(String text, String type) implements Body {}
  }

  /**
   * Where the value of a variable is in the answer.
   *
   * @param kind {@code json} or {@code header}
   * @param place JSON pointer, or name of the header
   * @param pattern regular expression whose first group is the value; empty for all of it
   */
  record Captured(String kind, String place, Optional<String> pattern) {}
}
