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
@Timeout(120)
class ResponseFuzzTest {
  private static final int ROUNDS = 2_000;
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

  private final SplittableRandom random = new SplittableRandom(2026);
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
            e.socket().shutdownOutput();
          }
        });
    Duration patience = Duration.ofSeconds(5);
    HttpSettings settings = HttpSettings.DEFAULT.withTimeouts(patience, patience);
    sessions = new Sessions(Target.resolve(server.uri()), settings);
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
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(outcomeOf(mutated())).isNotEqualTo(Outcome.RESPONSE_TIMEOUT);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -5\r\n\r\nhello",
        "Content-Length: +5\r\n\r\nhello",
        "Content-Length: 0x5\r\n\r\nhello",
        "Content-Length:\r\n\r\nhello",
        "Content-Length: 5, 5\r\n\r\nhello",
        "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        "Content-Length: 99999999999999999999\r\n\r\nhello",
        "Content-Length : 5\r\n\r\nhello",
        "Content-Length: 5\r\n folded: 1\r\n\r\nhello",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\nhello\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhello\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello?\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n\r\nhello\r\n0\r\n\r\n",
        ": nameless\r\n\r\n",
      })
  void countsAResponseWithoutACertainEndAsProtocolError(String headersAndBody) {
    assertThat(outcomeOf("HTTP/1.1 200 OK\r\n" + headersAndBody)).isEqualTo(Outcome.PROTOCOL_ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/2 200 OK", "HTTP/1.1 20 OK", "HTTP/1.1 2000 OK", "HTTP/1.1  200 OK", "200"})
  void countsAMalformedStatusLineAsProtocolError(String line) {
    assertThat(outcomeOf(line + "\r\nContent-Length: 0\r\n\r\n")).isEqualTo(Outcome.PROTOCOL_ERROR);
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

  private byte[] mutated() {
    byte[] bytes = VALID[random.nextInt(VALID.length)].getBytes(StandardCharsets.ISO_8859_1);
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }
}
