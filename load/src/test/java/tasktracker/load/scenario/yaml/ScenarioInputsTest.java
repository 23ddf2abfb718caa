package tasktracker.load.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.load.http.ScriptedServer.Script;

/** What is written in YAML and CSV, and answered in JSON, is used as it stands. */
@Timeout(60)
class ScenarioInputsTest {
  private static final Script QUICK = exchange -> exchange.ok("");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ~         | null
          Null      | null
          NULL      | null
          '~'       | "~"
          "null"    | "null"
          !!str ~   | "~"
          True      | true
          FALSE     | false
          yes       | "yes"
          0x1F      | 31
          0o17      | 15
          +5        | 5
          -0        | -0
          017       | 17
          1.10      | 1.10
          1e2       | 1e2
          .5        | 0.5
          5.        | 5
          +1.5      | 1.5
          0.1234567890123456789 | 0.1234567890123456789
          99999999999999999999  | 99999999999999999999
          1_000     | "1_000"
          12:30     | "12:30"
          2026-01-01 | "2026-01-01"
          """)
  void sendsValuesOfYamlAsWhatTheyAre(String yaml, String json) throws Exception {
    // A character of two code units comes before, which moves every place after it.
    String scenario =
        "name: \"\\U0001F600 😀\"\ntasks:\n  - {path: /, method: POST, json: {a: %s}}\n"
            .formatted(yaml);
    try (OneUser user = new OneUser(scenario, QUICK).doTasks(1)) {
      assertThat(user.sent.getFirst().body()).isEqualTo("{\"a\":%s}".formatted(json));
    }
  }

  @Test
  void keepsTheTextOfCapturedNumbers() throws Exception {
    String yaml =
        """
        tasks:
          - requests:
              - path: /
                check:
                  - { json: /dec, equals: '1.10' }
                  - { json: /long, equals: '0.1234567890123456789' }
                  - { json: /exp, equals: '1e2' }
                  - { json: /all/1, equals: '12345678901234567890' }
                  - { json: /text, contains: '1.10' }
                capture: { dec: { json: /dec }, all: { json: /all } }
              - { path: '/${dec}', method: POST, body: '${all}' }
        """;
    Script script =
        exchange ->
            exchange.ok(
                "{\"dec\":1.10,\"long\":0.1234567890123456789,\"exp\":1e2,\"text\":\"1.10\","
                    + "\"all\":[ 1.0, 12345678901234567890, true, null, \"x\", {} ]}");
    try (OneUser user = new OneUser(yaml, script).doTasks(1)) {
      assertThat(user.ended).containsExactly("/: SUCCESS", "/${dec}: SUCCESS");
      assertThat(user.lines().getLast()).startsWith("POST /1.10 ");
      assertThat(user.sent.getLast().body())
          .isEqualTo("[1.0,12345678901234567890,true,null,\"x\",{}]");
    }
  }

  @ParameterizedTest
  @CsvSource({"matches: '(a|b)*c'", "matches: '(a+)+c'", "matches: '(a|aa)+$x'"})
  void countsACheckThatCannotBeCarriedOutAsFailed(String check) throws Exception {
    String yaml = "tasks:\n  - path: /\n    check: [{%s}]\n".formatted(check);
    try (OneUser user =
        new OneUser(yaml, exchange -> exchange.ok("ab".repeat(20_000) + "a".repeat(40)))
            .doTasks(2)) {
      assertThat(user.ended).hasSize(2).allMatch(line -> line.startsWith("/: CHECK_FAILED "));
    }
  }

  @Test
  void countsACaptureThatIsTooLongAsFailed() throws Exception {
    String yaml = "tasks:\n  - path: /\n    capture: {all: {regex: '(?s).*'}}\n";
    try (OneUser user =
        new OneUser(yaml, exchange -> exchange.ok("x".repeat(100_000))).doTasks(1)) {
      assertThat(user.ended).singleElement().asString().startsWith("/: CHECK_FAILED ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\uFEFFname,pin\nAnn,1\n'",
    "'name,pin\nAnn,1\n\n'",
    "'name,pin\r\nAnn,1\r\n\r\n \r\n'"
  })
  void readsADataFileWithAMarkAtItsBeginOrBlankLinesAtItsEnd(String csv) throws Exception {
    Files.writeString(folder.resolve("people.csv"), csv, StandardCharsets.UTF_8);
    String yaml = "data: people.csv\ntasks:\n  - path: /${name}/${pin}\n";
    for (int number = 0; number < 2; number++) {
      try (OneUser user = new OneUser(yaml, folder, number, QUICK).doTasks(1)) {
        assertThat(user.lines()).containsExactly("GET /Ann/1 HTTP/1.1");
      }
    }
  }

  @Test
  void readsAScenarioWithAMarkAtItsBegin() throws Exception {
    Path file = folder.resolve("shop.yaml");
    Files.writeString(file, "\uFEFFname: shop\ntasks: [{path: /}]\n");

    assertThat(YamlScenario.read(file).name()).isEqualTo("shop");
  }
}
