package tasktracker.stack.system.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.stack.HealthProbe;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Stack;
import tasktracker.stack.embedded.Signal;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultInjector;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.fault.Kill;
import tasktracker.stack.fault.Latency;
import tasktracker.stack.fault.Pause;
import tasktracker.stack.fault.Restart;
import tasktracker.stack.resource.ProcessTable;

class CommandSystemTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir Path folder;

  private Path files;

  @BeforeEach
  void prepare() throws IOException {
    files = Files.createDirectory(folder.resolve("files"));
    Files.writeString(files.resolve("index.html"), "hello");
  }

  @Test
  void bringsUpAProcessAndTakesItDown() {
    long pid;
    Stack stack =
        CommandSystems.system(folder, CommandSystems.process("web", CommandSystems.server(files)))
            .up();
    try (stack) {
      assertThat(HealthProbe.askHealth(stack.entry(), PATIENCE).healthy()).isTrue();
      assertThat(stack.complaint()).isEmpty();
      assertThat(stack.instances()).extracting(Instance::name).containsExactly("web");
      assertThat(stack.usage().orElseThrow().read().get("web").cpu()).isPositive();
      assertThat(stack.conditions()).allMatch(InstanceCondition::running);
      pid = stack.instances().getFirst().pid();
    }
    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(stack.complaint()).isPresent();
  }

  @Test
  void startsInTheOrderOfNeedsAndTellsPorts() {
    CommandProcess back = CommandSystems.process("back", CommandSystems.server(files));
    CommandProcess front =
        CommandSystems.process(
            "front",
            CommandSystems.serverAfter("echo back at $BACK and $ALL, I am $PORT", files),
            Map.of("BACK", "{port.back}", "ALL", "{addresses.back}"),
            List.of("back"));
    try (Stack stack = CommandSystems.system(folder, front, back).up()) {
      assertThat(stack.instances()).extracting(Instance::name).containsExactly("back", "front");
      int port = stack.instances().getFirst().port();
      assertThat(stack.entry().getPort()).isEqualTo(stack.instances().getLast().port());
      assertThat(stack.lastLines("front", 50))
          .contains(
              "back at %d and 127.0.0.1:%d, I am %d"
                  .formatted(port, port, stack.entry().getPort()));
    }
  }

  @Test
  void fillsTemplatesIntoAFolderThatGoesWithTheDeployment() throws IOException {
    Path template = Files.writeString(folder.resolve("page"), "my port is {port}, not { port }");
    CommandProcess process =
        new CommandProcess(
            "web",
            List.of(
                CommandSystems.server(files).getFirst(),
                "-b",
                "127.0.0.1",
                "-p",
                "{port}",
                "-d",
                "{data}"),
            Map.of(),
            folder,
            Map.of("page.txt", template),
            OptionalInt.empty(),
            Optional.of("/page.txt"),
            Signal.TERM,
            PATIENCE,
            Duration.ofSeconds(20),
            List.of(),
            1);
    Path filled = folder.resolve("state/stacks/command_files/data/web/page.txt");
    try (Stack stack = CommandSystems.system(folder, process).up()) {
      assertThat(filled)
          .hasContent("my port is %d, not { port }".formatted(stack.entry().getPort()));
    }
    assertThat(filled).doesNotExist();
  }

  @Test
  void givesAProcessTheFlagsForJvmsThatItsDescriptionNames() {
    CommandProcess process =
        CommandSystems.process(
            "web",
            CommandSystems.serverAfter("echo $JAVA_TOOL_OPTIONS and $JDK_JAVA_OPTIONS", files),
            Map.of("JAVA_TOOL_OPTIONS", "-Done=1", "JDK_JAVA_OPTIONS", "-Dtwo=2"),
            List.of());
    try (Stack stack = CommandSystems.system(folder, process).up()) {
      assertThat(stack.lastLines("web", 50)).contains("-Done=1 and -Dtwo=2");
    }
  }

  @Test
  void saysWhatAProcessSaidThatEndsAtOnce() {
    CommandSystem system =
        CommandSystems.system(
            folder, CommandSystems.process("web", List.of("sh", "-c", "echo no licence; exit 7")));

    assertThatThrownBy(system::up)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("web ended with exit code 7")
        .hasMessageContaining("no licence");
  }

  @Test
  void namesAProgramThatIsNotThere() {
    CommandSystem system =
        CommandSystems.system(folder, CommandSystems.process("web", List.of("no-such-server")));

    assertThatThrownBy(system::requireReady)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("there is no program 'no-such-server'");
  }

  @Test
  void tellsOfAProcessThatWasKilledUnderLoad() throws Exception {
    try (Stack stack =
        CommandSystems.system(folder, CommandSystems.process("web", CommandSystems.server(files)))
            .up()) {
      InstanceCondition before = stack.conditions().getFirst();
      ProcessHandle process = ProcessHandle.of(stack.instances().getFirst().pid()).orElseThrow();
      process.destroyForcibly();
      process.onExit().get();

      assertThat(before.changesUntil(stack.conditions().getFirst()))
          .containsExactly("ended under load (killed, signal 9)");
      assertThat(stack.complaint(stack.instances().getFirst())).isPresent();
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(new Restart(), new Kill(SHORT), new Pause(SHORT));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void canBeBroken(Fault fault) throws Exception {
    try (Stack stack =
        CommandSystems.system(folder, CommandSystems.process("web", CommandSystems.server(files)))
            .up()) {
      Injection injection =
          new FaultInjector(stack.faults().orElseThrow(), InstantSource.system())
              .inject(fault, FaultTarget.of("web"));

      assertThat(injection.verified()).as("%s", injection).isTrue();
      assertThat(injection.ready()).isPresent();
    }
  }

  @Test
  void hasNoProxiesForFaultsOfLinks() {
    try (Stack stack =
        CommandSystems.system(folder, CommandSystems.process("web", CommandSystems.server(files)))
            .up()) {
      assertThatThrownBy(() ->
              stack
                  .faults()
                  .orElseThrow()
                  .disturbance(new Latency(SHORT, Duration.ZERO, SHORT), FaultTarget.of("web")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("do not run through proxies");
    }
  }

  @Test
  void endsWhatAProcessLeavesBehind() throws Exception {
    Path pid = folder.resolve("pid");
    // A child of a child that has ended belongs to nobody any more.
    String orphan = "(sh -c 'echo $$ > " + pid + "; exec sleep 300' &)";
    try (Stack _ =
        CommandSystems.system(
                folder, CommandSystems.process("web", CommandSystems.serverAfter(orphan, files)))
            .up()) {
      assertThat(isRunning(left(pid))).isTrue();
    }
    awaitEnd(left(pid));
  }

  /** In the session of the process, or, with a session of its own, known by its mark alone. */
  @ParameterizedTest
  @ValueSource(strings = {"", "setsid "})
  void endsWhatAProcessThatHasEndedLeftBehind(String prefix) throws Exception {
    Path pid = folder.resolve("pid");
    String orphan = "(" + prefix + "sh -c 'echo $$ > " + pid + "; exec sleep 300' &)";
    try (Stack stack =
        CommandSystems.system(
                folder, CommandSystems.process("web", CommandSystems.serverAfter(orphan, files)))
            .up()) {
      ProcessHandle root = ProcessHandle.of(stack.instances().getFirst().pid()).orElseThrow();
      root.destroyForcibly();
      root.onExit().get();
      assertThat(isRunning(left(pid))).isTrue();
    }
    awaitEnd(left(pid));
  }

  private static void awaitEnd(long pid) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (isRunning(pid) && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertThat(isRunning(pid)).isFalse();
  }

  /** One that has ended may wait for somebody to notice. */
  private static boolean isRunning(long pid) {
    return ProcessTable.ofThisMachine().isMoving(pid);
  }

  private static long left(Path pid) throws IOException {
    return Long.parseLong(Files.readString(pid).strip());
  }

  @Test
  void namesACircleOfNeeds() {
    assertThatThrownBy(() ->
            CommandSystems.system(
                folder,
                CommandSystems.process("a", List.of("x"), "b"),
                CommandSystems.process("b", List.of("x"), "c"),
                CommandSystems.process("c", List.of("x"), "b")))
        .isInstanceOf(UsageException.class)
        .hasMessage("depends_on goes in a circle: b → c → b");
  }

  @Test
  void namesAnInstanceThatTwoProcessesHave() {
    assertThatThrownBy(() ->
            CommandSystems.system(
                folder,
                CommandSystems.process("web", OptionalInt.empty(), 2),
                CommandSystems.process("web_2", OptionalInt.empty(), 1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("web and web_2 both have an instance web_2: rename one of them");
  }

  @Test
  void namesAPortThatTwoProcessesHave() {
    assertThatThrownBy(() ->
            CommandSystems.system(
                folder,
                CommandSystems.process("web", OptionalInt.of(8080), 1),
                CommandSystems.process("store", OptionalInt.of(8080), 1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("port 8080 is given to web and store: give it to one of them");
  }

  @Test
  void namesAReferenceThatLeadsNowhere() {
    assertThatThrownBy(() ->
            CommandSystems.system(folder, CommandSystems.process("a", List.of("x", "{port.b}"))))
        .isInstanceOf(UsageException.class)
        .hasMessage("a: {port.b}: there is no process b, use one of [a]");
  }
}
