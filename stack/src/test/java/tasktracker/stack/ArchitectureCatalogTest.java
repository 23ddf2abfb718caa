package tasktracker.stack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.error.UsageException;

class ArchitectureCatalogTest {
  private static final String MODULAR =
      """
      name: modular
      entry: modular_front
      databases:
        - name: modular_db
          port: 5500
          database: tasks_2
      services:
        - name: modular_front
          artifact: tasktracker-gateway
          port: 9100
          calls:
            TASK_SERVICE_URLS: modular_tasks
        - name: modular_tasks
          artifact: tasktracker-tasks
          port: 9101
          scalable: true
          database: modular_db
          environment:
            BCRYPT_COST: "5"
      """;

  @TempDir Path folder;

  @Test
  void knowsTheMonolith() {
    Architecture monolith = ArchitectureCatalog.find("monolith");

    assertThat(monolith.services())
        .extracting(ServiceSpec::name, ServiceSpec::port, ServiceSpec::scalable)
        .containsExactly(tuple("tasktracker_app", 9000, false));
    assertThat(monolith.databases())
        .extracting(DatabaseSpec::name, DatabaseSpec::port)
        .containsExactly(tuple("tasktracker_db", 5435));
    assertThat(monolith.entryService().name()).isEqualTo("tasktracker_app");
  }

  @ParameterizedTest
  @CsvSource({
    "monolith-twin, {}",
    "monolith-late, {RESPONSE_DELAY=5ms}",
    "monolith-slow-warmer, '{RESPONSE_DELAY=20ms, RESPONSE_DELAY_FOR=40s}'"
  })
  void examplesAreTheMonolithUnderAnotherName(String name, String environment) {
    Architecture example = ArchitectureCatalog.find("../docs/examples/" + name + ".yaml");
    Architecture monolith = ArchitectureCatalog.find("monolith");

    assertThat(example.name()).isEqualTo(name);
    assertThat(example.databases()).isEqualTo(monolith.databases());
    assertThat(example.entryService().artifact()).isEqualTo(monolith.entryService().artifact());
    assertThat(new TreeMap<>(example.entryService().environment())).hasToString(environment);
  }

  @Test
  void knowsTheMicroservices() {
    Architecture microservices = ArchitectureCatalog.find("microservices");

    assertThat(microservices.services())
        .extracting(ServiceSpec::name, ServiceSpec::port, ServiceSpec::scalable)
        .containsExactly(
            tuple("tasktracker_api_gateway", 8000, false),
            tuple("tasktracker_user_service", 8001, true),
            tuple("tasktracker_task_service", 8002, true),
            tuple("tasktracker_stats_service", 8003, true));
    assertThat(microservices.databases())
        .extracting(DatabaseSpec::name, DatabaseSpec::port)
        .containsExactly(tuple("tasktracker_user_db", 5433), tuple("tasktracker_task_db", 5434));
    assertThat(microservices.entryService().name()).isEqualTo("tasktracker_api_gateway");
  }

  @Test
  void readsTheDescriptionOfAUser() throws IOException {
    Architecture modular = ArchitectureCatalog.find(file(MODULAR));

    assertThat(modular.name()).isEqualTo("modular");
    assertThat(modular.database("modular_db").database()).isEqualTo("tasks_2");
    ServiceSpec tasks = modular.service("modular_tasks");
    assertThat(tasks.scalable()).isTrue();
    assertThat(tasks.database()).isEqualTo("modular_db");
    assertThat(tasks.environment()).containsExactly(entry("BCRYPT_COST", "5"));
    assertThat(modular.entryService().calls())
        .containsExactly(entry("TASK_SERVICE_URLS", "modular_tasks"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          name: modular              | name: Modular!             | 'name' must be 1-40 of
          entry: modular_front       | entry: nobody              | 'entry' must name one of the services [modular_front, modular_tasks]
          database: tasks_2          | database: a; DROP TABLE b  | 'database' of modular_db is 'a; DROP TABLE b'
          database: tasks_2          | database: 2tasks           | 'database' of modular_db is '2tasks'
          database: tasks_2          | database: null              | 'database' of modular_db is 'null'
          name: modular_db           | name: ../db                | 'name' of a database is '../db'
          name: modular_front        | name: front door           | 'name' of a service is 'front door'
          name: modular_front        | name: modular_tasks        | 'name' modular_tasks is given twice
          name: modular_front        | name: modular_tasks_2      | 'name' modular_tasks_2 is that of a replica of modular_tasks
          artifact: tasktracker-tasks | artifact: null             | 'artifact' of modular_tasks is 'null'
          port: 9100                 | port: 0                    | 'port' of modular_front is 0: use 1-65535
          port: 5500                 | port: 65536                | 'port' of modular_db is 65536: use 1-65535
          port: 9101                 | port: 5500                 | 'port' 5500 is given to modular_db and modular_tasks
          database: modular_db       | database: other_db         | service modular_tasks uses the unknown database other_db
          URLS: modular_tasks        | URLS: modular_stats        | service modular_front calls the unknown service modular_stats
          """)
  void saysInOneLineWhatIsWrongInWhichFile(String right, String wrong, String mistake)
      throws IOException {
    assertThat(MODULAR).contains(right);
    String file = file(MODULAR.replace(right, wrong));

    assertThatThrownBy(() -> ArchitectureCatalog.find(file))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(mistake)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          port: 9101     | port: many        | , line 15, services[1].port: must be a number, not many
          name: modular  | name: a: b         | , line 1: mapping values are not allowed here
          scalable: true | scaleable: true   | , line 16, services[1].scaleable: unknown key, use [
          port: 9101     | port: 9101.5      | , line 15, services[1].port: must be a whole number, not 9101.5
          port: 9101     | port: .inf        | , line 15, services[1].port: must be a number, not .inf
          scalable: true | port: 9101        | , line 15, services[1].port: is given twice, again in line 16
          entry: modular_front | name: other | , line 1, name: is given twice, again in line 2
          scalable: true | scalable: perhaps | , line 16, services[1].scalable: must be true or false
          scalable: true | scalable: [true]  | , line 16, services[1].scalable: must be true or false
          scalable: true | roles: [null]     | , line 16, services[1].roles[0]: has no value
          scalable: true | roles: tasks      | , line 16, services[1].roles: must be a list
          scalable: true | calls: many       | , line 16, services[1].calls: must be keys with values
          scalable: true | calls: &x {A: *x} | , line 16, services[1].calls.A: anchors and aliases
          BCRYPT_COST: "5" | BCRYPT_COST: null | , line 19, services[1].environment.BCRYPT_COST: has no value
          BCRYPT_COST: "5" | BCRYPT_COST: {} | , line 19, services[1].environment.BCRYPT_COST: must be text
          """)
  void saysWhereTheFileCannotBeUnderstood(String right, String wrong, String mistake)
      throws IOException {
    String file = file(MODULAR.replace(right, wrong));

    assertThatThrownBy(() -> ArchitectureCatalog.find(file))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(file + mistake)
        .message()
        .hasLineCount(1);
  }

  @Test
  void takesVariablesAsTheyAreWritten() throws IOException {
    String variables =
        List.of("A: 010", "B: 1.10", "C: true", "D: \"\"", "E: 0x1F", "F: 1_000").stream()
            .collect(Collectors.joining("\n      "));
    Architecture modular =
        ArchitectureCatalog.find(file(MODULAR.replace("BCRYPT_COST: \"5\"", variables)));

    assertThat(modular.service("modular_tasks").environment())
        .containsOnly(
            entry("A", "010"),
            entry("B", "1.10"),
            entry("C", "true"),
            entry("D", ""),
            entry("E", "0x1F"),
            entry("F", "1_000"));
  }

  @Test
  void namesAFileThatIsNotUtf8AndOneThatNeverEnds() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, (MODULAR + "# Größe").getBytes(ISO_8859_1));
    assertThatThrownBy(() -> ArchitectureCatalog.find(file.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not UTF-8");

    Path endless = Files.createSymbolicLink(folder.resolve("zero.yaml"), Path.of("/dev/zero"));
    assertThatThrownBy(() -> ArchitectureCatalog.find(endless.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("must be a regular file");
  }

  @Test
  void namesTheKnownArchitecturesWhenAskedForAnother() {
    assertThatThrownBy(() -> ArchitectureCatalog.find("serverless"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "unknown architecture 'serverless': use monolith, microservices or the path of a .yaml"
                + " file");
  }

  @Test
  void namesTheFileThatIsNotThere() {
    String missing = folder.resolve("missing.yaml").toString();

    assertThatThrownBy(() -> ArchitectureCatalog.find(missing))
        .isInstanceOf(UsageException.class)
        .hasMessage(missing + ": cannot be read: no such file or folder");
  }

  private String file(String description) throws IOException {
    return Files.writeString(folder.resolve("modular.yaml"), description).toString();
  }
}
