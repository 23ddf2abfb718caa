package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.Response;

@Timeout(120)
class ResponseFuzzTest {
  private static final int ROUNDS = 2_000;
  private static final String[] VALID = {
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "HTTP/1.0 404 Not Found\r\nConnection: close\r\n\r\nhello",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
  };

  @Test
  void whateverTheServerSaysTheRequestEndsOnceWithOneOutcome() throws Exception {
    SplittableRandom random = new SplittableRandom(2026);
    RecordedRequests log = new RecordedRequests();
    try (ScriptedServer server =
            new ScriptedServer(e -> {
              e.socket().getOutputStream().write(garbled(random));
              e.socket().close();
            });
        Sessions sessions =
            new Sessions(
                Target.resolve(server.uri()),
                HttpSettings.DEFAULT.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5)));
        HttpSession session = sessions.open(log)) {
      for (int round = 0; round < ROUNDS; round++) {
        Response response = session.get("/").send();
        assertThat(log.entries).hasSize(round + 1);
        assertThat(log.last().result().outcome()).isNotEqualTo(Outcome.RESPONSE_TIMEOUT);
        assertThat(response.ok()).isEqualTo(log.last().result().outcome() == Outcome.SUCCESS);
      }
    }
  }

  private static byte[] garbled(SplittableRandom random) {
    byte[] bytes = VALID[random.nextInt(VALID.length)].getBytes(StandardCharsets.ISO_8859_1);
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }
}
