package tasktracker.load.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.model.ThinkTime;
import tools.jackson.databind.json.JsonMapper;

class YamlScenarioTest {
  private static final Script HELLO = exchange -> exchange.ok("hello");

  @TempDir private Path folder;

  @Test
  void aRequestHasMethodPathHeadersAndJson() throws Exception {
    String yaml =
        """
        tasks:
          - name: Create
            method: POST
            path: /items/
            headers: { X-Shop: main }
            json: { title: "two words", count: 3, open: true, note: null, tags: [a, b] }
        """;
    try (OneUser user = new OneUser(yaml, HELLO).start().doTasks(1)) {
      assertThat(user.lines()).containsExactly("POST /items/ HTTP/1.1");
      assertThat(user.sent.getFirst().head())
          .contains("X-Shop: main\r\n", "Content-Type: application/json\r\n");
      assertThat(user.sent.getFirst().body())
          .isEqualTo(
              "{\"title\":\"two words\",\"count\":3,\"open\":true,\"note\":null,\"tags\":[\"a\",\"b\"]}");
      assertThat(user.ended).containsExactly("Create: SUCCESS");
    }
  }

  @Test
  void whatIsCapturedIsUsedInLaterPathsBodiesAndHeaders() throws Exception {
    String yaml =
        """
        headers: { Authorization: "Bearer ${token}" }
        on_start:
          - method: POST
            path: /login
            form: { user: "u ${user}&" }
            capture:
              token: { json: /access/token }
              place: { header: Location }
              code: { regex: 'code=(\\d+)' }
        tasks:
          - path: /items/${place}?code=${code}
            method: PUT
            json: '{"token": "${token}", "code": ${code}}'
        """;
    Script script =
        exchange ->
            exchange.send(
                """
                HTTP/1.1 200 OK\r
                Location: a/b c\r
                Content-Length: 46\r
                \r
                {"access":{"token":"se\\"cret"},"x":"code=42;"}\
                """);
    try (OneUser user = new OneUser(yaml, script).start().doTasks(1)) {
      assertThat(user.sent.get(0).head()).doesNotContain("Authorization");
      assertThat(user.sent.get(0).body()).isEqualTo("user=u%207%26");
      assertThat(user.sent.get(1).requestLine()).isEqualTo("PUT /items/a%2Fb%20c?code=42 HTTP/1.1");
      assertThat(user.sent.get(1).head()).contains("Authorization: Bearer se\"cret\r\n");
      assertThat(user.sent.get(1).body()).isEqualTo("{\"token\": \"se\\\"cret\", \"code\": 42}");
      assertThat(user.ended)
          .containsExactly("/login: SUCCESS", "/items/${place}?code=${code}: SUCCESS");
    }
  }

  @Test
  void aFailedCheckOrCaptureCountsAsFailedAndEndsTheTask() throws Exception {
    String yaml =
        """
        tasks:
          - requests:
              - name: Checked
                path: /
                check:
                  - { json: /status, equals: open }
                  - { contains: "\\"status\\"" }
                  - { json: /count, matches: '^\\d+$' }
              - { name: Captured, path: /, capture: { id: { json: /id } } }
              - { name: Never, path: "/${id}" }
        """;
    try (OneUser user =
        new OneUser(yaml, e -> e.ok("{\"status\":\"open\",\"count\":12}")).start().doTasks(1)) {
      assertThat(user.ended)
          .containsExactly(
              "Checked: SUCCESS",
              "Captured: CHECK_FAILED CatchResponseError('json /id for ${id}')");
    }
    try (OneUser user = new OneUser(yaml, e -> e.ok("{\"status\":\"shut\"}")).start().doTasks(1)) {
      assertThat(user.ended)
          .containsExactly("Checked: CHECK_FAILED CatchResponseError('json /status equals open')");
    }
  }

  @Test
  void aCheckOfAnAnswerThatIsNoJsonFails() throws Exception {
    String yaml = "tasks: [{ name: Look, path: /, check: [{ json: /id }] }]";
    try (OneUser user = new OneUser(yaml, HELLO).start().doTasks(1)) {
      assertThat(user.ended)
          .containsExactly("Look: CHECK_FAILED CatchResponseError('json /id is there')");
    }
  }

  @Test
  void theExpectedStatusAloneIsASuccess() throws Exception {
    String yaml = "tasks: [{ name: Gone, path: /, expect: 404 }]";
    try (OneUser user = new OneUser(yaml, e -> e.respond("404 Not Found", "")).start().doTasks(1)) {
      assertThat(user.ended).containsExactly("Gone: SUCCESS");
    }
  }

  @Test
  void tasksAreDrawnByTheirWeight() throws Exception {
    String yaml =
        """
        tasks:
          - { path: /often, weight: 9 }
          - { path: /seldom }
        """;
    try (OneUser user = new OneUser(yaml, HELLO).start().doTasks(1_000)) {
      Map<String, Long> counts =
          user.lines().stream()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      assertThat(counts.get("GET /often HTTP/1.1")).isBetween(860L, 940L);
      assertThat(counts.get("GET /seldom HTTP/1.1")).isBetween(60L, 140L);
    }
  }

  @Test
  void randomValuesAreDrawnAnewAndTheSameForTheSameSeed() throws Exception {
    String yaml =
        """
        headers: { X-Request-Id: "${random.uuid}" }
        tasks:
          - method: POST
            path: /${random.choice red green}/${random.letters 5}
            json: '{"n": ${random.int 1 6}, "u": "${random.uuid}", "literal": "$${x}"}'
        """;
    try (OneUser first = new OneUser(yaml, HELLO).start().doTasks(200);
        OneUser second = new OneUser(yaml, HELLO).start().doTasks(200)) {
      assertThat(first.lines())
          .allMatch(line -> line.matches("POST /(red|green)/[a-z]{5} HTTP/1.1"));
      assertThat(first.lines()).isEqualTo(second.lines()).doesNotHaveDuplicates();
      assertThat(first.sent)
          .extracting(e -> new JsonMapper().readTree(e.body()).get("n").asInt())
          .containsOnly(1, 2, 3, 4, 5, 6);
      assertThat(first.sent)
          .allMatch(e -> e.body().contains("\"literal\": \"${x}\""))
          .extracting(e -> e.head().replaceAll("(?s).*X-Request-Id: (\\S+).*", "$1"))
          .doesNotHaveDuplicates()
          .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.*"));
    }
  }

  @Test
  void variablesAreSetOnceForEachUser() throws Exception {
    String yaml =
        """
        variables:
          name: "buyer-${run}-${user}"
          mail: "${name}@example.com"
          lucky: "${random.int 1 1000000}"
        tasks:
          - { name: Look, method: POST, path: "/${lucky}", body: "${mail}", content_type: text/x }
        """;
    try (OneUser user = new OneUser(yaml, HELLO).start().doTasks(3)) {
      assertThat(user.lines().stream().distinct()).hasSize(1);
      assertThat(user.sent.getFirst().body()).isEqualTo("buyer-r4nd0m-7@example.com");
      assertThat(user.sent.getFirst().head()).contains("Content-Type: text/x\r\n");
    }
  }

  @Test
  void usersTakeTheRowsOfADataFileInTurn() throws Exception {
    Files.writeString(folder.resolve("people.csv"), "name,pin\nAnn,1\n\"Bo, jr\",2\nCy,3\n");
    String yaml = "data: people.csv\ntasks: [{ path: '/${name}/${pin}' }]";
    try (OneUser user = new OneUser(yaml, folder, 4, HELLO).start().doTasks(1)) {
      assertThat(user.lines()).containsExactly("GET /Bo%2C%20jr/2 HTTP/1.1");
    }
  }

  @Test
  void aTaskWhoseVariableHasNoValueYetSendsNothing() throws Exception {
    String yaml =
        """
        tasks:
          - { path: "/items/${id}" }
          - { path: /new, weight: 1, capture: { id: { json: /id } } }
        """;
    try (OneUser user = new OneUser(yaml, HELLO).start()) {
      assertThatThrownBy(() -> user.doTasks(50))
          .hasMessage("${id} has no value yet: nothing was captured");
      assertThat(user.lines()).doesNotContain("GET /items/ HTTP/1.1");
    }
  }

  @Test
  void whoCouldNotStartStartsAnewWithTheNextTask() throws Exception {
    String yaml =
        """
        on_start: [{ name: Log in, path: /login }]
        tasks: [{ name: Look, path: /look }]
        """;
    Script away = e -> e.respond("503 Away", "");
    try (OneUser user = new OneUser(yaml, away).start().doTasks(2)) {
      assertThat(user.lines()).containsOnly("GET /login HTTP/1.1").hasSize(3);
    }
    try (OneUser user = new OneUser(yaml, HELLO).start().doTasks(2)) {
      assertThat(user.lines())
          .containsExactly("GET /login HTTP/1.1", "GET /look HTTP/1.1", "GET /look HTTP/1.1");
    }
  }

  @Test
  void scenarioAndTasksHaveThinkTimesOfTheirOwn() throws Exception {
    String yaml =
        """
        think_time: 50ms-150ms
        tasks: [{ path: /, think_time: 2s }]
        """;
    try (OneUser user = new OneUser(yaml, HELLO).start().doTasks(1)) {
      assertThat(user.user().thinkTime()).contains(new ThinkTime.Constant(Duration.ofSeconds(2)));
      assertThat(YamlScenario.parse("x.yaml", yaml, folder).thinkTime())
          .isEqualTo(Optional.of(ThinkTime.parse("50ms-150ms")));
    }
  }

  @Test
  void isNamedByItselfOrByItsFile() throws Exception {
    Path file = folder.resolve("shop.yaml");
    Files.writeString(file, "tasks: [{ path: / }]");

    assertThat(YamlScenario.read(file).name()).isEqualTo("shop");
    assertThat(YamlScenario.parse("x", "name: Big shop\ntasks: [{ path: / }]", folder).name())
        .isEqualTo("Big shop");
  }
}
