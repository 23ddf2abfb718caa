package tasktracker.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import tasktracker.service.http.ContractJson;
import tasktracker.service.http.MemoryBudget;

/** What is refused on the wire, and that nothing behind it is taken for a request. */
@BothDeployments
@Timeout(60)
class WireTest {

  private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";
  private static final String LOGIN = "POST /api/v1/auth/login" + HOST;
  private static final String CHUNKED = LOGIN + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String HEALTH = "GET /health" + HOST + "\r\n";

  @Parameter Deployment deployment;
  private Client user;

  @BeforeEach
  void registerUser() {
    user = Client.newUser(deployment);
  }

  @Test
  void refusesWhatIsNoRequestAndReadsNothingBehindIt() throws IOException {
    for (String malformed :
        List.of(
            "GET\t /health" + HOST + "\r\n",
            "G\u0007T /health" + HOST + "\r\n",
            "GET /health HTTP/1.1\nHost: a\n\n",
            "GET /health" + HOST + "X : 1\r\n\r\n",
            "GET /health" + HOST + " folded\r\n\r\n",
            "GET /health" + HOST + "X: a\u0000b\r\n\r\n",
            "GET /health" + HOST + "X: a\rb\r\n\r\n",
            LOGIN + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            LOGIN + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            LOGIN + "Transfer-Encoding: gzip\r\n\r\n",
            LOGIN + "Transfer-Encoding: xchunked\r\n\r\n",
            CHUNKED + "zz\r\n",
            CHUNKED + "2\r\n{}0\r\n\r\n",
            CHUNKED + "2\n{}\r\n0\r\n\r\n",
            CHUNKED + "-2\r\n{}\r\n0\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000")) {
      try (RawConnection connection = send(malformed + HEALTH + HEALTH)) {
        connection.read().isProblem(400);
        assertThat(connection.isClosed()).as(malformed).isTrue();
      }
    }
  }

  @Test
  void answersOtherVersionsAndWhatIsTooLongAndCloses() throws IOException {
    String much = "x".repeat(17 * 1024);
    Map<String, Integer> requests =
        Map.of(
            "GET /health HTTP/1.0\r\n\r\n",
            505,
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            505,
            "GET /" + much + HOST + "\r\n",
            414,
            "GET /health" + HOST + "X: " + much + "\r\n\r\n",
            431,
            LOGIN + "Expect: the-unexpected\r\nContent-Length: 2\r\n\r\n",
            417);
    for (Map.Entry<String, Integer> request : requests.entrySet()) {
      try (RawConnection connection = send(request.getKey())) {
        connection.read().isProblem(request.getValue());
        assertThat(connection.isClosed()).isTrue();
      }
    }
  }

  @Test
  void takesAChunkedBodyWithExtensionsForABody() throws IOException {
    String hidden = HEALTH + "\r\n";
    try (RawConnection connection =
        send(
            CHUNKED
                + Integer.toHexString(hidden.length())
                + ";a=b\r\n"
                + hidden
                + "\r\n0;c\r\nX: 1\r\n\r\n"
                + HEALTH)) {
      connection.read().isProblem(400, "The body is not well-formed JSON");
      connection.read().hasStatus(200);
    }
  }

  @Test
  void takesNoBodyThatNobodyWaitedForForARequest() throws IOException {
    String expecting =
        "POST /api/v1/tasks/"
            + HOST
            + "Expect: 100-continue\r\nContent-Length: %d\r\n\r\n".formatted(HEALTH.length());
    try (RawConnection connection = send(expecting + HEALTH + HEALTH)) {
      if (deployment.isMonolith()) {
        Answer answer = connection.read().isProblem(401);
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(connection.isClosed()).isTrue();
      } else {
        // The gateway wants a small body before it asks a service.
        assertThat(connection.read().status()).isEqualTo(100);
        connection.read().isProblem(401);
        connection.read().hasStatus(200);
        connection.endOfRequests();
        assertThat(connection.isClosed()).isTrue();
      }
    }
  }

  @Test
  void invitesABodyThatItWants() throws IOException {
    try (RawConnection connection =
        send(LOGIN + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n")) {
      assertThat(connection.read().status()).isEqualTo(100);
      connection.send("{}".getBytes(ISO_8859_1));
      connection.read().isInvalid("username", "password");
    }
  }

  @Test
  void closesWhenAskedToAndWhenAHeadIsCutOff() throws IOException {
    try (RawConnection connection =
        send("GET /health" + HOST + "Connection: close\r\n\r\n" + HEALTH)) {
      assertThat(connection.read().hasStatus(200).header("Connection")).isEqualTo("close");
      assertThat(connection.isClosed()).isTrue();
    }
    for (int cut : new int[] {1, 12, 25, HEALTH.length() - 1}) {
      try (RawConnection connection = send(HEALTH + HEALTH.substring(0, cut))) {
        connection.read().hasStatus(200);
        connection.endOfRequests();
        assertThat(connection.isClosed()).isTrue();
      }
    }
  }

  @Test
  void neverActsOnARequestWhoseTargetIsOnlyLikeAnother() throws IOException {
    long id = user.createTask(Map.of("title", "x"));
    String task = "/api/v1/tasks/" + id;
    for (String target : List.of(task + "\u00e9", task + "\u00c3\u00a9", task + "%", task + "#")) {
      try (RawConnection connection = send("DELETE " + target + head())) {
        connection.read().isProblem(400);
      }
    }
    for (String target :
        List.of(
            task + "%C3%A9",
            task + ";x",
            task + "/.",
            task + "//",
            "//api/v1/tasks/" + id,
            "/api/v1/x/../tasks/" + id,
            "/api/v1/t%61sks/" + id,
            "/api/v1/tasks/%3" + (id % 10),
            "/api/v1/tasks/+" + id,
            "/api/v1/tasks/0" + id,
            "/api/v1/tasks/" + id + ".0",
            "/api/v1/tasks/-" + id)) {
      try (RawConnection connection = send("DELETE " + target + head())) {
        connection.read().isProblem(404);
      }
    }
    user.get(task).hasStatus(200);
  }

  @Test
  void givesTheSameAnswerAtEveryOddTargetInBothShapes() throws IOException {
    for (String target :
        Stream.of("/%68ealth", "/health;x", "//health", "/./health", "/x/../health", "/health/.")
            .toList()) {
      try (RawConnection connection = send("GET " + target + HOST + "\r\n")) {
        connection.read().isProblem(404, "Nothing answers at this path");
      }
    }
    try (RawConnection connection = send("GET http://a/health" + HOST + "\r\n")) {
      connection.read().hasStatus(200);
    }
    for (String target : List.of("http://b/health", "*", "health", "https://a/health", "a:80")) {
      try (RawConnection connection = send("GET " + target + HOST + "\r\n")) {
        connection.read().isProblem(400);
      }
    }
  }

  @Test
  void actsOnNoRequestWhoseBodyIsCutOffOrMalformed() throws IOException {
    long id = user.createTask(Map.of("title", "x"));
    String delete =
        "DELETE /api/v1/tasks/"
            + id
            + HOST
            + "Authorization: Bearer "
            + user.token()
            + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello";
    try (RawConnection connection = send(delete)) {
      connection.endOfRequests();
      assertThat(connection.isClosed()).isTrue();
    }
    try (RawConnection connection = send(delete + "\r\nzz\r\n")) {
      connection.read().isProblem(400);
      assertThat(connection.isClosed()).isTrue();
    }
    user.get("/api/v1/tasks/" + id).hasStatus(200);
    try (RawConnection connection = send(delete + "\r\n0\r\n\r\n")) {
      connection.read().hasStatus(204);
    }
  }

  @Test
  void refusesNumbersInAnyOtherForm() {
    for (String number : List.of("+1", "00001", "%D9%A1", "1%20", "1e1", "%2B1", "0x1")) {
      user.get("/api/v1/tasks/?limit=" + number).isInvalid("limit");
      user.get("/api/v1/tasks/?skip=" + number).isInvalid("skip");
    }
  }

  @Test
  void sendsNoBodyWithTheAnswerToAHead() throws IOException {
    try (RawConnection connection =
        send("HEAD /api/v1/tasks/" + HOST + "Authorization: Bearer " + user.token() + "\r\n\r\n")) {
      assertThat(connection.readHead().status()).isEqualTo(405);
      connection.send(HEALTH.getBytes(ISO_8859_1));
      connection.read().hasStatus(200);
    }
  }

  @Test
  void takesTheLongestFieldsAndNothingLonger() {
    user.post("/api/v1/tasks/", Map.of("title", "x", "description", "é".repeat(10_000)))
        .hasStatus(201);
    user.post("/api/v1/tasks/", Map.of("title", "x", "description", "é".repeat(10_001)))
        .isInvalid("description");
    user.post(
            "/api/v1/auth/login", Map.of("username", "x".repeat(256), "password", "x".repeat(256)))
        .isInvalid("username", "password");
  }

  @Test
  void listsEverythingHoweverMuchItIs() throws Exception {
    byte[] task =
        ContractJson.mapper()
            .writeValueAsBytes(Map.of("title", "Large", "description", "🌱".repeat(10_000)));
    for (int i = 0; i < 250; i++) {
      user.send("POST", "/api/v1/tasks/", task).hasStatus(201);
    }
    Answer all = user.get("/api/v1/tasks/?limit=1000").hasStatus(200);
    List<Long> ids =
        all.json().get("tasks").valueStream().map(it -> it.get("id").longValue()).toList();
    assertThat(ids)
        .hasSize(250)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> {
          return Long.compare(b, a);
        });
    assertThat(all.json().get("total").intValue()).isEqualTo(250);
    Answer some = user.get("/api/v1/tasks/?limit=240&skip=5").hasStatus(200);
    assertThat(some.json().get("tasks").valueStream().map(it -> it.get("id").longValue()))
        .containsExactlyElementsOf(ids.subList(5, 245));
    assertThat(some.json().get("total").intValue()).isEqualTo(250);
    assertSaysNothingOfAClientThatLeaves("/api/v1/tasks/?limit=1000");
  }

  private void assertSaysNothingOfAClientThatLeaves(String list) throws Exception {
    Queue<String> warnings = new ConcurrentLinkedQueue<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            warnings.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.WARNING);
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      try (RawConnection connection = send("GET " + list + head())) {
        connection.readHead();
      }
      Await.until(() -> MemoryBudget.OF_PROCESS.reserved() == 0);
    } finally {
      root.removeHandler(handler);
    }
    assertThat(warnings).isEmpty();
  }

  private String head() {
    return HOST + "Authorization: Bearer " + user.token() + "\r\n\r\n";
  }

  private RawConnection send(String request) throws IOException {
    RawConnection connection = new RawConnection(deployment.port());
    connection.send(request.getBytes(ISO_8859_1));
    return connection;
  }
}
