package tasktracker.experiments.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.error.UsageException;
import tasktracker.load.worker.ScenarioSource;
import tasktracker.stack.embedded.Signal;
import tasktracker.stack.system.command.CommandProcess;

class ExperimentFileTest {
  private static final String WHOLE =
      """
      name: shop
      architectures:
        before:
          url: http://localhost:8080/
          health: /health
        after:
          command: ./server --port {port} 'two words'
          environment: {LOG: "off"}
          folder: .
          health: /
          stop_signal: QUIT
          stop_time: 3s
        split:
          entry: front
          processes:
            front: {run: [./front, "{port}", "{port.back}"], depends_on: [back]}
            back: {run: ./back, replicas: 2}
      workload:
        think_time: 10ms
        tasks:
          - path: /items
            name: Items
      load: {levels: [10, 50], duration: 10s, warmup: auto, think_time: 50ms-150ms, repeats: 3}
      hooks:
        setup: [[make, data], "echo 'a b'"]
        prepare: [{run: ./reset, time_limit: 5s}]
      faults:
        - {fault: kill, target: back, instance: 2, users: 20, inject_at: 10s}
      slos: ["p95<200ms", "error_rate<1%"]
      """;

  private static final String SYSTEMS =
      """
      name: shop
      architectures:
        one: {url: "http://localhost:8080/"}
        two: {command: ./server}
      """;

  private static final String REST =
      """
      workload: {scenario: shop.yaml}
      load: {levels: [1]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(folder.resolve("shop.yaml"), "tasks: [{path: /}]\n");
  }

  private ExperimentDefinition read(String text) {
    return new ExperimentFile("experiment.yaml", text, folder.toString()).definition();
  }

  @Test
  void readsAWholeExperiment() {
    ExperimentDefinition experiment = read(WHOLE);

    assertThat(experiment.name()).isEqualTo("shop");
    assertThat(experiment.names()).containsExactly("before", "after", "split");
    assertThat(experiment.systems().getFirst().runsElsewhere()).isTrue();
    CommandProcess after =
        ((SystemDefinition.Commands) experiment.systems().get(1)).description().entryProcess();
    assertThat(after.run()).containsExactly("./server", "--port", "{port}", "two words");
    assertThat(after.environment()).containsEntry("LOG", "off");
    assertThat(after.stopSignal()).isEqualTo(Signal.QUIT);
    assertThat(after.stopTime()).isEqualTo(Duration.ofSeconds(3));
    assertThat(experiment.load().levels()).containsExactly(10, 50);
    assertThat(experiment.load().repeats()).isEqualTo(3);
    assertThat(experiment.load().warmup().auto()).isTrue();
    assertThat(experiment.hooks().setup())
        .extracting(Hook::run)
        .containsExactly(List.of("make", "data"), List.of("echo", "a b"));
    assertThat(experiment.hooks().prepare().getFirst().limit()).isEqualTo(Duration.ofSeconds(5));
    FaultDefinition fault = experiment.faults().getFirst();
    assertThat(fault.fault().kind()).hasToString("kill");
    assertThat(fault.targets()).containsOnlyKeys("split");
    assertThat(experiment.objective()).isEqualTo("p95<200ms; error_rate<1%");
    assertThat(((ScenarioSource.Yaml) experiment.workload()).open().thinkTime()).isPresent();
  }

  @Test
  void readsArchitecturesOfTheLab() {
    ExperimentDefinition experiment =
        read("name: a\narchitectures: {mono: {built_in: monolith}}\n" + REST);

    assertThat(experiment.systems().getFirst().breakables().orElseThrow().members()).hasSize(2);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("nam: x\n", "line 1, nam: unknown key; did you mean name?"),
        mistake("zzz: x\n", "line 1, zzz: unknown key, use [name, architectures"),
        mistake("name: Shop\n", "line 1, name: 'Shop' must be 1-40 of a-z, 0-9, - and _"),
        mistake("name: a\nname: b\n", "line 1, name: is given twice, again in line 2"),
        mistake("name: [a]\n", "line 1, name: must be a single value"),
        mistake("name: a\n", "'architectures' is missing"),
        mistake("name: a\narchitectures: [x]\n", "line 2, architectures: must be keys with values"),
        mistake("name: a\narchitectures: {}\n", "name one system or more"),
        mistake(
            "name: a\narchitectures:\n  one:\n    comand: x\n",
            "line 4, architectures.one: needs one of url, command, processes, compose, built_in;"
                + " did you mean command?"),
        mistake(
            "name: a\narchitectures:\n  one:\n    url: http://x\n    command: y\n",
            "architectures.one: has both url and command: choose one"),
        mistake(
            "name: a\narchitectures:\n  one:\n    command: y\n    heatlh: /\n",
            "line 5, architectures.one.heatlh: unknown key; did you mean health?"),
        mistake(
            "name: a\narchitectures:\n  one:\n    command: y | z\n",
            "line 4, architectures.one.command: | has a meaning for shells alone"),
        mistake(
            "name: a\narchitectures:\n  one:\n    command: y\n    folder: nowhere\n",
            "line 5, architectures.one.folder: there is no "),
        mistake(
            "name: a\narchitectures:\n  one:\n    command: y\n    stop_time: 3\n",
            "line 5, architectures.one.stop_time: \"3\" is no time such as 250us, 50ms, 1.5s or"
                + " 1m30s"),
        mistake(
            "name: a\narchitectures:\n  one:\n    command: y\n    port: 99999\n",
            "line 5, architectures.one.port: '99999' must be a whole number from 1 to 65535"),
        mistake(
            "name: a\narchitectures:\n  one:\n    command: y\n    stop_signal: TREM\n",
            "'TREM' is none of TERM, INT, QUIT, HUP, USR1, USR2, WINCH; did you mean TERM?"),
        mistake(
            "name: a\narchitectures:\n  one:\n    url: ftp://x\n",
            "line 4, architectures.one.url: 'ftp://x': the scheme must be http or https; use a URL"
                + " such as http://localhost:8000"),
        mistake(
            "name: a\narchitectures:\n  one:\n    url: http://ann:s3cret@x\n",
            "line 4, architectures.one.url: 'http://***@x': user and password are not taken"),
        mistake(
            "name: a\narchitectures:\n  one:\n    url: http://x/v1/items\n",
            "line 4, architectures.one.url: 'http://x/v1/items': leave out the path"),
        mistake(
            "name: a\narchitectures:\n  one:\n    command: y {port.other}\n",
            "architectures.one: server: {port.other}: there is no process other, use one of"
                + " [server]"),
        mistake(
            """
            name: a
            architectures:
              one:
                entry: x
                processes:
                  x: {run: a, depends_on: [y]}
                  y: {run: a, depends_on: [x]}
            """,
            "architectures.one: depends_on goes in a circle: x → y → x"),
        mistake(
            "name: a\narchitectures:\n  one:\n    processes:\n      x: {run: a, depends_on: [z]}\n",
            "architectures.one: depends_on of x: there is no process z, use one of [x]"),
        mistake(SYSTEMS, "'workload' is missing"),
        mistake(
            SYSTEMS + "workload: {scenario: none.yaml}\n",
            "line 5, workload.scenario: there is no "),
        mistake(SYSTEMS + "workload:\n  tasks:\n    - pth: /\n", "line 7, tasks[0].pth: "),
        mistake(SYSTEMS + "workload: {scenario: shop.yaml}\n", "'load' is missing"),
        mistake(
            SYSTEMS + "workload: {scenario: shop.yaml}\nload: {levels: 10}\n",
            "line 6, load.levels: must be a list"),
        mistake(
            SYSTEMS + "workload: {scenario: shop.yaml}\nload: {levels: [ten]}\n",
            "line 6, load.levels: 'ten' must be a whole number from 1 to 20000"),
        mistake(
            SYSTEMS + "workload: {scenario: shop.yaml}\nload: {duration: 10}\n",
            "line 6, load.duration: \"10\" is no time such as"),
        mistake(
            SYSTEMS + "workload: {scenario: shop.yaml}\nload: {budget: 10m}\n",
            "line 6, load.budget: goes with until_sure: true"),
        mistake(
            SYSTEMS + "workload: {scenario: shop.yaml}\nload: {warmup: soon}\n",
            "line 6, load.warmup: use auto or a time: "),
        mistake(
            SYSTEMS + "load: {command: 'k6 run x.js', format: k6-csv}\n",
            "line 5, load.command: must say with {out} where"),
        mistake(
            SYSTEMS + "load: {command: 'k6 {out} {user}', format: k6-csv}\n",
            "line 5, load.command: unknown placeholder {user}; did you mean users?"),
        mistake(
            SYSTEMS + "load: {command: 'k6 {out} | tee log', format: k6-csv}\n",
            "line 5, load.command: "),
        mistake(SYSTEMS + "load: {command: 'k6 {out}'}\n", "line 5, load: 'format' is missing"),
        mistake(SYSTEMS + "load: {command: 'k6 {out}', format: k6}\n", "line 5, load.format: "),
        mistake(
            SYSTEMS + "load: {command: 'k6 {out}', format: k6-csv, think_time: 1s}\n",
            "line 5, load.think_time: the command says that itself"),
        mistake(
            SYSTEMS + "load: {command: 'k6 {out}', format: k6-csv, warmup: auto}\n",
            "line 5, load.warmup: auto cannot be had with command"),
        mistake(
            SYSTEMS + "load: {command: 'k6 {out}', format: jtl}\nfaults: []\n",
            "line 6, faults: need a workload"),
        mistake(
            SYSTEMS + "workload: {scenario: shop.yaml}\nload: {format: jtl}\n",
            "line 6, load.format: goes with command"),
        mistake(
            SYSTEMS + REST + "hooks: {setup: [[]]}\n",
            "line 7, hooks.setup[0].run: names no program: write one, such as ./server"),
        mistake(
            SYSTEMS + REST + "hooks: {setup: [{run: x, time: 1s}]}\n",
            "line 7, hooks.setup[0].time: unknown key"),
        mistake(
            SYSTEMS + REST + "faults: [{fault: kil, target: server}]\n",
            "line 7, faults[0].fault: unknown fault 'kil'"),
        mistake(
            SYSTEMS + REST + "faults: [{fault: kill, target: sever}]\n",
            "line 7, faults[0].target: nothing is called 'sever': there is {two=[server]}; did you"
                + " mean server?"),
        mistake(
            SYSTEMS + REST + "faults: [{fault: kill, target: server, inject_at: 2s}]\n",
            "line 7, faults[0]: inject_at must be 8s or more: 100 users take 5 s to start"),
        mistake(
            SYSTEMS
                + REST
                + "faults: [{fault: 'kill:duration=4s', target: server, duration: 30s}]\n",
            "line 7, faults[0]: duration must be longer than 34s, when the last fault is over"),
        mistake(
            SYSTEMS
                + REST
                + "faults: [{fault: 'kill:duration=8s', target: server, injections: 2, every: 5s}]\n",
            "line 7, faults[0]: every must be longer than 8s, as long as the fault lasts"),
        mistake(SYSTEMS + REST + "slos: [p95]\n", "line 7, slos: 'p95' is no bound such as"),
        mistake(
            SYSTEMS + REST + "cpu_budget: 1\n", "line 7, cpu_budget: one is run by somebody else"));
  }

  private static Arguments mistake(String text, String message) {
    return Arguments.of(text, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesTheMistakeAndItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("experiment.yaml, line ")
        .hasMessageContaining(message)
        .hasMessageMatching("[^\\n]*");
  }

  /** Only the name of its variable tells a secret, and that is not where the value is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        name: &shared hunter2
        architectures:
          one:
            command: ./server
            environment: {DB_PASSWORD: *shared}
        """,
        """
        name: a
        architectures:
          one:
            command: ./server
            environment: &all {LOG: hunter2}
          two:
            command: ./server
            environment: *all
        """,
        """
        name: a
        architectures:
          one:
            command: ./server
            environment: &all {LOG: hunter2}
          two:
            command: ./server
            environment: {<<: *all}
        """
      })
  void refusesAnAliasBehindWhichASecretWouldNotBeMasked(String text) {
    assertThatThrownBy(() -> read(text + REST))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("environment")
        .hasMessageEndingWith("anchors and aliases are not supported: write the value out");
  }

  @Test
  void oneSystemAloneIsNeverSure() {
    String text =
        """
        name: a
        architectures: {one: {command: x}}
        workload: {scenario: shop.yaml}
        load: {until_sure: true}
        """;

    assertThatThrownBy(() -> read(text))
        .hasMessageContaining("until_sure needs two systems to compare");
  }
}
