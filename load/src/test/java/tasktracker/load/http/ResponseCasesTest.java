package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.Response;

/** Agreement with RFC 9112, case by case. */
@Timeout(60)
class ResponseCasesTest {
  /** Nobody waits for it: all of these end with their bytes. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RecordedRequests log = new RecordedRequests();

  @ParameterizedTest
  @FieldSource("tasktracker.load.http.ResponseCases#KEPT_OPEN")
  void takesAResponseOnAConnectionThatStaysOpen(String bytes, Outcome outcome, int size)
      throws Exception {
    assertOutcome(bytes, false, outcome, size);
  }

  @ParameterizedTest
  @FieldSource("tasktracker.load.http.ResponseCases#CLOSED")
  void takesAResponseThatEndsWithTheConnection(String bytes, Outcome outcome, int size)
      throws Exception {
    assertOutcome(bytes, true, outcome, size);
  }

  private void assertOutcome(String bytes, boolean closes, Outcome outcome, int size)
      throws Exception {
    HttpSettings settings = HttpSettings.DEFAULT.withTimeouts(PATIENCE, PATIENCE);
    try (ScriptedServer server =
        new ScriptedServer(e -> {
          e.socket().getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
          if (closes) {
            e.socket().shutdownOutput();
          }
        })) {
      Response response =
          ((Use) session -> session.get("/").send()).of(server.uri(), settings, log);

      assertThat(log.last().result().outcome())
          .as(log.last().result().toString())
          .isEqualTo(outcome);
      if (outcome == Outcome.SUCCESS) {
        assertThat(response.contentSize()).isEqualTo(size);
      }
    }
  }
}
