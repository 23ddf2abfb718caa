package tasktracker.gateway;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What names a request in the logs of every service: as the client gave it, else 16 random hex
 * digits.
 *
 * @param value text of the header {@code X-Request-Id}
 */
record RequestId(String value) {

  static final HeaderName NAME = HeaderNames.create("X-Request-Id");

  static RequestId of(ServerRequest request) {
    return new RequestId(
        request
            .headers()
            .first(NAME)
            .orElseGet(() -> HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())));
  }

  Header header() {
    return HeaderValues.create(NAME, value);
  }
}
