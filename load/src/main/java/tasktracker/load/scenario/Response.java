package tasktracker.load.scenario;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A response that was read to its end. Valid until the next request of the same session. */
public interface Response {

  /** Whether the request succeeded: answered, with the expected status, and every check held. */
  boolean ok();

  /** HTTP status, 0 when there was no complete response. */
  int status();

  /** First value of a header. */
  Optional<String> header(String name);

  /** A copy of the body, decompressed where it came compressed; empty when there is none. */
  byte[] body();

  /** Size of the body in bytes; of a compressed one after it was decompressed. */
  int contentSize();

  /** The body as UTF-8 text. */
  String text();

  /**
   * The body as JSON.
   *
   * @throws tools.jackson.core.JacksonException when it is none
   */
  JsonNode json();
}
