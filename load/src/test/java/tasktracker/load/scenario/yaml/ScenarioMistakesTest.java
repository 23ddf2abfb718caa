package tasktracker.load.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** One line: file, line, key, and what would be right. */
class ScenarioMistakesTest {
  static final List<Arguments> MISTAKES =
      List.of(
          mistake("", "line 1: is empty: begin with \"tasks:\""),
          mistake("- a", "line 1: must be keys with values, such as \"name: shop\""),
          mistake("name: shop", "line 1: a scenario needs \"tasks:\", a list of what users do"),
          mistake("tasks: []", "line 1, tasks: must be a list whose items begin with \"- \""),
          mistake(
              "tasks:\n  - pfad: /",
              "line 2, tasks[0].pfad: unknown key, use weight, think_time, variables, name, method,"
                  + " path, headers, json, form, body, content_type, expect, check, capture,"
                  + " writes, deletes"),
          mistake(
              "tasks:\n  - path: /\n    weight: many",
              "line 3, tasks[0].weight: must be a whole number from 1 to 1000000, not \"many\""),
          mistake(
              "tasks:\n  - path: /\n    weight: 0",
              "line 3, tasks[0].weight: must be a whole number from 1 to 1000000, not \"0\""),
          mistake(
              "tasks:\n  - path: /\n    expect: \"200\"",
              "line 3, tasks[0].expect: must be a whole number from 100 to 599, not \"200\""),
          mistake("tasks:\n  - weight: 1", "line 2, tasks[0]: a request needs \"path: /…\""),
          mistake(
              "tasks:\n  - path: items",
              "line 2, tasks[0].path: must begin with / and have other characters percent-encoded"
                  + " (a blank is %20)"),
          mistake(
              "tasks:\n  - path: /a b",
              "line 2, tasks[0].path: must begin with / and have other characters percent-encoded"
                  + " (a blank is %20)"),
          mistake("tasks:\n  - path:", "line 2, tasks[0].path: must be a single value"),
          mistake(
              "tasks:\n  - path: /\n    method: get",
              "line 3, tasks[0].method: must be a method such as GET or POST"),
          mistake(
              "tasks:\n  - path: /\n    think_time: soon",
              "line 3, tasks[0].think_time: think time \"soon\": \"soon\" is no time such as"
                  + " 250us, 50ms, 1.5s or 1m30s; write 0, 1s, 50ms-150ms or exp(100ms)"),
          mistake(
              "tasks:\n  - path: /${id}",
              "line 2, tasks[0].path: ${id} has no value here: capture it before, or use run, user"
                  + " or random.int 1 100, random.uuid, random.letters 12, random.choice a b c"),
          mistake(
              "on_start:\n  - path: /${id}\n    capture: {id: {json: /id}}\ntasks: [{path: /}]",
              "line 2, on_start[0].path: ${id} has no value here: capture it before, or use id, run,"
                  + " user or random.int 1 100, random.uuid, random.letters 12, random.choice a b c"),
          mistake(
              "tasks:\n  - path: /${random.int 6}",
              "line 2, tasks[0].path: ${random.int 6} is not complete: use \"random.int 1 100\""),
          mistake(
              "tasks:\n  - path: /${random.int 6 1}",
              "line 2, tasks[0].path: ${random.int 6 1} ends before it begins: use"
                  + " \"random.int 1 100\""),
          mistake(
              "tasks:\n  - path: /${random.int a b}",
              "line 2, tasks[0].path: ${random.int a b} needs whole numbers: use"
                  + " \"random.int 1 100\""),
          mistake(
              "tasks:\n  - path: /${random.name}",
              "line 2, tasks[0].path: ${random.name} is unknown: use a variable, user, run,"
                  + " random.int 1 100, random.uuid, random.letters 12, random.choice a b c"),
          mistake(
              "tasks:\n  - path: /${id",
              "line 2, tasks[0].path: \"${\" is not closed: write ${name}, or $${ for the characters"
                  + " ${"),
          mistake(
              "variables: {user: a}\ntasks: [{path: /}]",
              "line 1, variables.user: \"user\" has a meaning of its own: use another name"),
          mistake(
              "variables: {a-b: a}\ntasks: [{path: /}]",
              "line 1, variables.a-b: \"a-b\" is no name of a variable: use letters, digits and _"),
          mistake(
              "tasks:\n  - path: /\n    json: '{\"a\": }'",
              "line 3, tasks[0].json: no JSON: Unexpected character ('}' (code 125)): expected a"
                  + " valid value (JSON String, Number, Array, Object or token 'null', 'true' or"
                  + " 'false')"),
          mistake(
              "tasks:\n  - path: /\n    json: {}\n    body: x",
              "line 4, tasks[0].body: does not go with \"json\": use one of json, form, body"),
          mistake(
              "tasks:\n  - path: /\n    content_type: text/x",
              "line 3, tasks[0].content_type: goes with \"body\" alone: json and form have their own"),
          mistake(
              "tasks:\n  - path: /\n    check:\n      - {json: id}",
              "line 4, tasks[0].check[0].json: must be a JSON pointer such as /tasks/0/id"),
          mistake(
              "tasks:\n  - path: /\n    check:\n      - {}",
              "line 4, tasks[0].check[0]: checks nothing: add json or header, or one of equals,"
                  + " contains, matches"),
          mistake(
              "tasks:\n  - path: /\n    capture:\n      id: {regex: '('}",
              "line 4, tasks[0].capture.id.regex: no regular expression: Unclosed group"),
          mistake(
              "tasks:\n  - path: /\n    capture:\n      id: {}",
              "line 4, tasks[0].capture.id: captures nothing: use one of json, header, regex"),
          mistake(
              "tasks:\n  - requests: [{path: /}]\n    name: x",
              "line 3, tasks[0].name: unknown key, use weight, think_time, variables, requests"),
          mistake("tasks:\n  - path: /\n    path: /", "line 3, tasks[0].path: is given twice"),
          mistake(
              "tasks:\n  - &a {path: /}\n  - *a",
              "line 3, tasks[1]: anchors and aliases are not supported: write the value out"),
          mistake(
              "tasks: [{path: /}]\n---\n{}",
              "line 3: a second document: write one scenario a file"),
          mistake("data: gone.csv\ntasks: [{path: /}]", "line 1, data: gone.csv does not exist"),
          mistake(
              "tasks:\n  - path: /a#b",
              "line 2, tasks[0].path: has a fragment, which is never sent: leave out # and what"
                  + " follows"),
          mistake(
              "tasks:\n  - path: /a?p=100%",
              "line 2, tasks[0].path: has a % that two hexadecimal digits do not follow: write %25"),
          mistake(
              "variables: {x: 1}\ntasks:\n  - path: /a?p=%${x}41",
              "line 3, tasks[0].path: has a % that two hexadecimal digits do not follow: write %25"),
          mistake(
              "tasks:\n  - path: /a?q={b}",
              "line 2, tasks[0].path: must begin with / and have other characters percent-encoded"
                  + " (a blank is %20)"),
          mistake(
              "tasks:\n  - path: /ok\n    headers: {'X Y': 1}",
              "line 3, tasks[0].headers.X Y: \"X Y\" is no name of a header"),
          mistake(
              "tasks:\n  - path: /ok\n    headers: {Content-Length: 5}",
              "line 3, tasks[0].headers.Content-Length: header Content-Length follows from the body"),
          mistake(
              "headers:\n  transfer-encoding: chunked\ntasks: [{path: /}]",
              "line 2, headers.transfer-encoding: header transfer-encoding follows from the body"),
          mistake(
              "headers:\n  X: \"a\\nb\"\ntasks: [{path: /}]",
              "line 2, headers.X: header X must be one line"),
          mistake(
              "headers:\n  X: \"a\\0b\"\ntasks: [{path: /}]",
              "line 2, headers.X: header X must have no control characters"),
          mistake(
              "headers:\n  X: →${user}\ntasks: [{path: /}]",
              "line 2, headers.X: header X must be of Latin-1 characters"),
          mistake(
              "headers:\n  X-A: 1\n  x-a: 2\ntasks: [{path: /}]",
              "line 3, headers.x-a: is given twice: names of headers have no case"),
          mistake(
              "headers:\n  X: ~\ntasks: [{path: /}]", "line 2, headers.X: must be a single value"),
          mistake(
              "headers:\n  Content-Type: a/b\ntasks: [{path: /}]",
              "line 2, headers.Content-Type: follows from the body: use content_type beside body,"
                  + " json or form"),
          mistake(
              "tasks:\n  - path: /\n    json: {}\n    headers: {content-type: a/b}",
              "line 4, tasks[0].headers.content-type: follows from the body: use content_type beside"
                  + " body, json or form"),
          mistake(
              "headers: {Host: \"${random.choice a b}\"}\ntasks:\n  - path: /",
              "line 1, headers.Host: is one for all requests of a user: leave out what is random"),
          mistake(
              "tasks:\n  - path: /\n    headers: {Host: shop}",
              "line 3, tasks[0].headers.Host: goes with every request: write it above \"tasks:\""),
          mistake(
              "tasks:\n  - path: /\n    body: x\n    content_type: \"a\\nb\"",
              "line 4, tasks[0].content_type: header Content-Type must be one line"),
          mistake(
              "tasks:\n  - path: /\n    json: {a: .inf}",
              "line 3, tasks[0].json.a: JSON has no such number: use quotes for text"),
          mistake(
              "tasks:\n  - path: /\n    think_time: 99999999999h",
              "line 3, tasks[0].think_time: think time \"99999999999h\": \"99999999999h\" is longer"
                  + " than a year, 8760h; write 0, 1s, 50ms-150ms or exp(100ms)"),
          mistake(
              "tasks:\n  - path: /a\n    writes: a",
              "line 3, tasks[0].writes: is never read: add \"read_back:\" beside \"tasks:\", or leave"
                  + " it out"),
          mistake(
              "read_back: {path: /, key: /id}\ntasks:\n  - path: /a\n    writes: ${random.uuid}",
              "line 4, tasks[0].writes: would be drawn once more: draw it in \"variables:\" of the"
                  + " task, and use that"),
          mistake(
              "read_back: {path: /, key: /id}\ntasks:\n  - path: /a\n    writes: a\n    deletes: a",
              "line 5, tasks[0].deletes: does not go with \"writes\": use one of writes, deletes"),
          mistake(
              "read_back: {path: /, key: /id, holds: [/b]}\ntasks:\n  - path: /a\n    writes: a",
              "line 4, tasks[0].writes: does not tell what was written: use { key: …, holds: { /b: …"
                  + " } }"),
          mistake(
              "read_back: {path: /, key: /id}\ntasks:\n  - path: /a\n    writes: {key: a, holds: {/b: 1}}",
              "line 4, tasks[0].writes.holds./b: is never read: add it to \"holds\" of read_back"),
          mistake(
              "read_back: {path: /, key: /id}\ntasks:\n  - path: /a\n    writes: {holds: {}}",
              "line 4, tasks[0].writes: needs \"key: …\""),
          mistake(
              "read_back: {path: /, key: /id}\ntasks:\n  - path: /a\n    writes:",
              "line 4, tasks[0].writes: must be a single value"),
          mistake(
              "read_back: {path: /, key: /id}\ntasks:\n  - path: /a\n    capture: {id: {json: /id}}\n"
                  + "    deletes: ${id}",
              "line 5, tasks[0].deletes: ${id} is told by the answer, which may not come: capture it"
                  + " before"),
          mistake(
              "read_back: {path: /}\ntasks: [{path: /a}]",
              "line 1, read_back: needs \"key: /id\", where a record of the list has its key, or"
                  + " ${key} in path"),
          mistake(
              "read_back: {key: /id}\ntasks: [{path: /a}]",
              "line 1, read_back: needs \"path: /…\""),
          mistake(
              "read_back:\n  path: /${key}\n  items: /a\ntasks: [{path: /a}]",
              "line 3, read_back.items: goes with a list: path has ${key}, so records are read alone"),
          mistake(
              "read_back: {path: /, key: id}\ntasks: [{path: /a}]",
              "line 1, read_back.key: must be a JSON pointer such as /tasks/0/id"),
          mistake(
              "read_back: {path: /, key: /id, shared: maybe}\ntasks: [{path: /a}]",
              "line 1, read_back.shared: must be true or false, not \"maybe\""),
          mistake(
              "read_back: {path: /, key: /id, holds: [/a, /a]}\ntasks: [{path: /a}]",
              "line 1, read_back.holds[1]: is given twice"),
          mistake(
              "variables: {key: a}\nread_back: {path: /, key: /id}\ntasks: [{path: /a}]",
              "line 2, read_back: gives ${key} a meaning of its own: name the variable \"key\""
                  + " otherwise"),
          mistake(
              "tasks:\n  - path: /${key}\nread_back: {path: '/${key}'}",
              "line 2, tasks[0].path: ${key} has no value here: capture it before, or use run, user"
                  + " or random.int 1 100, random.uuid, random.letters 12, random.choice a b c"),
          mistake(
              "headers: Accept\ntasks: [{path: /}]",
              "line 1, headers: must be keys with values, such as \"name: shop\""));

  @TempDir private Path folder;

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void namesFileLineKeyAndWhatWouldBeRight(String yaml, String message) {
    assertThatThrownBy(() -> YamlScenario.parse("shop.yaml", yaml, Path.of("")))
        .isInstanceOf(ScenarioFileException.class)
        .hasMessage("shop.yaml, " + message);
  }

  @Test
  void saysInOneLineThatAFileIsNoYaml() {
    assertThatThrownBy(() -> YamlScenario.parse("shop.yaml", "a: b\n  c: [", Path.of("")))
        .isInstanceOf(ScenarioFileException.class)
        .message()
        .startsWith("shop.yaml, line 2: no YAML: ")
        .doesNotContain("\n");
  }

  @Test
  void saysThatAFileIsMissing() {
    Path missing = folder.resolve("missing.yaml");

    assertThatThrownBy(() -> YamlScenario.read(missing))
        .hasMessage("scenario file %s does not exist", missing);
  }

  @Test
  void namesTheRowOfADataFileThatDoesNotFit() throws Exception {
    Path file = folder.resolve("people.csv");
    Files.writeString(file, "name,pin\nAnn,1\nBo\n");

    assertThatThrownBy(
            () -> YamlScenario.parse("shop.yaml", "data: people.csv\ntasks: [{path: /}]", folder))
        .hasMessage(
            "shop.yaml, line 1, data: %s, row 2 has 1 fields, the header 2".formatted(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name,pin\\nJörg,1\\n     | ISO-8859-1 | is not UTF-8 in line 2
          name,name\\nAnn,1\\n     | UTF-8      | has two columns "name"
          name,pin\\n             | UTF-8      | has no rows below its header
          name,pin\\n"Ann"x,1\\n   | UTF-8      | as CSV with a header: Invalid character
          """)
  void saysWhatIsWrongWithADataFile(String text, String charset, String message) throws Exception {
    Path file = folder.resolve("people.csv");
    Files.write(file, text.translateEscapes().getBytes(Charset.forName(charset)));

    assertThatThrownBy(
            () -> YamlScenario.parse("shop.yaml", "data: people.csv\ntasks: [{path: /}]", folder))
        .isInstanceOf(ScenarioFileException.class)
        .message()
        .startsWith("shop.yaml, line 1, data: ")
        .contains(file.toString(), message)
        .doesNotContain("\n");
  }

  @Test
  void refusesWhatIsNoRegularFile() throws Exception {
    Path pipe = folder.resolve("pipe.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    for (String file : List.of(pipe.toString(), "/dev/zero", folder.toString())) {
      assertThatThrownBy(() ->
              YamlScenario.parse(
                  "shop.yaml", "data: %s\ntasks: [{path: /}]".formatted(file), folder))
          .hasMessage("shop.yaml, line 1, data: %s must be a regular file", file);
      assertThatThrownBy(() -> YamlScenario.read(Path.of(file)))
          .hasMessage("scenario file %s must be a regular file", file);
    }
  }

  private static Arguments mistake(String yaml, String message) {
    return Arguments.of(yaml, message);
  }
}
