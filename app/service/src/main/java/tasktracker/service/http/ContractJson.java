package tasktracker.service.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of the contract: snake_case names, instants in ISO 8601 (UTC), UTF-8.
 *
 * <p>Thread-safe.
 */
public final class ContractJson {

  private static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ContractJson() {}

  /** Returns the one mapper that every reader and writer shares. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Sends {@code value} as JSON with {@code status}. */
  public static void send(ServerResponse response, Status status, Object value) {
    response.status(status).header(JSON).send(MAPPER.writeValueAsBytes(value));
  }

  /** Sends {@code value} as JSON with 200. */
  public static void send(ServerResponse response, Object value) {
    send(response, Status.OK_200, value);
  }
}
