package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.Response;

/** Whatever a server says, its request ends once, soon, and with the right outcome. */
@Timeout(600)
class ResponseFuzzTest {
  private static final int ROUNDS = FuzzSettings.CURRENT.rounds();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String LENGTH = "HTTP/1.1 200 OK\r\nX: y\r\nContent-Length: 5\r\n\r\nhello";
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nT: u\r\n\r\n";
  private static final String[] VALID = {
    LENGTH,
    CHUNKED,
    "HTTP/1.0 404 Not Found\r\nConnection: close\r\n\r\nhello",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\n\u001f\u008b\b\0\0",
  };

  private final SplittableRandom random = new SplittableRandom(FuzzSettings.CURRENT.seed());
  private final AtomicReference<byte[]> answer = new AtomicReference<>();
  private final RecordedRequests log = new RecordedRequests();
  private volatile boolean keepsOpen;
  private ScriptedServer server;
  private Sessions sessions;
  private HttpSession session;

  @BeforeEach
  void open() throws Exception {
    server =
        new ScriptedServer(e -> {
          boolean isLast = !keepsOpen;
          e.socket().getOutputStream().write(answer.get());
          if (isLast) {
            e.socket().close();
          }
        });
    HttpSettings settings = HttpSettings.DEFAULT.withTimeouts(PATIENCE, PATIENCE);
    sessions = new Sessions(ResolvedTarget.resolve(server.uri()), settings);
    session = sessions.open(log);
  }

  @AfterEach
  void close() throws Exception {
    session.close();
    sessions.close();
    server.close();
  }

  @Test
  void endsAfterRandomBytes() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      assertThat(outcomeOf(bytes)).isIn(Outcome.PROTOCOL_ERROR, Outcome.CONNECTION_RESET);
    }
  }

  @Test
  void endsAfterMutatedResponses() {
    Mutation mutation = new Mutation(random);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = mutation.of(valid());
      assertThat(outcomeOf(bytes))
          .as(() -> text(bytes))
          .isIn(
              Outcome.SUCCESS,
              Outcome.HTTP_ERROR,
              Outcome.PROTOCOL_ERROR,
              Outcome.CONNECTION_RESET);
    }
  }

  /** Many of these do not end without the connection, which is none of the generator's mistakes. */
  @Test
  void endsInTimeAfterMutatedResponsesOnAConnectionThatStaysOpen() throws Exception {
    Duration patience = Duration.ofMillis(20);
    HttpSettings settings = HttpSettings.DEFAULT.withTimeouts(PATIENCE, patience);
    Mutation mutation = new Mutation(random);
    keepsOpen = true;
    try (Sessions hasty = new Sessions(ResolvedTarget.resolve(server.uri()), settings);
        HttpSession user = hasty.open(log)) {
      for (int round = 0; round < ROUNDS / 4; round++) {
        answer.set(mutation.of(valid()));
        user.get("/").send();
        assertThat(Duration.ofNanos(log.last().nanos())).isLessThan(PATIENCE);
      }
    }
    assertThat(log.entries).hasSize(ROUNDS / 4);
  }

  @Test
  void isReadyForAGoodResponseAfterAnyOther() {
    Mutation mutation = new Mutation(random);
    for (int round = 0; round < ROUNDS / 4; round++) {
      outcomeOf(mutation.of(valid()));
      assertThat(outcomeOf(CHUNKED)).isEqualTo(Outcome.SUCCESS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {LENGTH, CHUNKED})
  void countsAResponseThatWasCutAnywhereAsReset(String whole) {
    byte[] bytes = whole.getBytes(StandardCharsets.ISO_8859_1);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(outcomeOf(Arrays.copyOf(bytes, length)))
          .as("cut after %d bytes", length)
          .isEqualTo(Outcome.CONNECTION_RESET);
    }
    assertThat(outcomeOf(bytes)).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void countsHeadersWithoutEndAsProtocolError() {
    String oneLong = "HTTP/1.1 200 OK\r\nX: " + "x".repeat(200_000);
    String many = "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(50_000);
    String interim = "HTTP/1.1 102 Processing\r\n\r\n".repeat(1_000);

    assertThat(outcomeOf(oneLong)).isEqualTo(Outcome.PROTOCOL_ERROR);
    assertThat(outcomeOf(many)).isEqualTo(Outcome.PROTOCOL_ERROR);
    assertThat(outcomeOf(interim)).isEqualTo(Outcome.PROTOCOL_ERROR);
  }

  @Test
  void readsEveryValidResponseWhateverItsForm() {
    for (int round = 0; round < ROUNDS; round++) {
      ValidResponse valid = ValidResponse.random(random);
      keepsOpen = !valid.endsWithTheConnection();
      answer.set(valid.text().getBytes(StandardCharsets.ISO_8859_1));

      Response response = session.get("/").expect(valid.status()).send();

      assertThat(log.last().result().outcome()).as(valid::text).isEqualTo(Outcome.SUCCESS);
      assertThat(response.text()).as(valid::text).isEqualTo(valid.body());
    }
  }

  private Outcome outcomeOf(String text) {
    return outcomeOf(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Outcome outcomeOf(byte[] bytes) {
    answer.set(bytes);
    int before = log.entries.size();
    Response response = session.get("/").send();
    assertThat(log.entries).hasSize(before + 1);
    Outcome outcome = log.last().result().outcome();
    assertThat(response.ok()).isEqualTo(outcome == Outcome.SUCCESS);
    return outcome;
  }

  private byte[] valid() {
    String text =
        random.nextBoolean()
            ? VALID[random.nextInt(VALID.length)]
            : ValidResponse.random(random).text();
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
