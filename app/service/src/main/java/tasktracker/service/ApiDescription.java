package tasktracker.service;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Describes the whole API, at {@code GET /openapi.json} (OpenAPI 3.1). */
public final class ApiDescription implements Component {

  private static final String PATH = "/openapi.json";
  private static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");

  private final byte[] document = read();

  @Override
  public void addRoutes(Routes routes) {
    routes.add(Method.GET, PATH, (request, response) -> response.header(JSON).send(document));
  }

  private static byte[] read() {
    try (InputStream in = ApiDescription.class.getResourceAsStream(PATH)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
