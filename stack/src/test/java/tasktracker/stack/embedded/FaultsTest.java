package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tasktracker.error.UsageException;
import tasktracker.stack.Instance;
import tasktracker.stack.StackOptions;
import tasktracker.stack.fault.CpuStarvation;
import tasktracker.stack.fault.Disconnect;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultInjector;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.fault.Kill;
import tasktracker.stack.fault.Latency;
import tasktracker.stack.fault.Loss;
import tasktracker.stack.fault.Pause;
import tasktracker.stack.fault.Restart;
import tasktracker.stack.fault.StopStart;
import tasktracker.stack.resource.ProcessTable;

/** Every fault on a service with two instances and on a database, all in one tiny stack. */
class FaultsTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir static Path folder;

  private static EmbeddedStack stack;

  @BeforeAll
  static void bringUp() throws IOException {
    Installation installation =
        new Installation(TinyService.packagedIn(folder.resolve("jars")), folder.resolve("state"));
    stack =
        new EmbeddedRuntime(installation)
            .up(
                TinyArchitecture.healthy(),
                StackOptions.DEFAULTS.withReplicas(2).withLinkProxies());
  }

  @AfterAll
  static void takeDown() {
    stack.close();
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Restart(),
        new StopStart(SHORT),
        new Kill(SHORT),
        new Pause(SHORT),
        new Latency(Duration.ofMillis(40), Duration.ofMillis(10), SHORT),
        new Loss(0.3, SHORT),
        new Disconnect(SHORT),
        new CpuStarvation(0.8, SHORT));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void hitsAService(Fault fault) throws Exception {
    Injection injection = inject(fault, FaultTarget.of("back"));

    assertThat(injection.instances()).containsExactly("back", "back_2");
    assertHappened(injection);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void hitsADatabase(Fault fault) throws Exception {
    Injection injection = inject(fault, FaultTarget.of("back_db"));

    assertThat(injection.instances()).containsExactly("back_db");
    assertHappened(injection);
  }

  @Test
  void hitsOneInstanceAndLeavesTheOtherAlone() throws Exception {
    List<Instance> before = stack.instances();

    Injection injection = inject(new Kill(SHORT), FaultTarget.of("back").withInstance("2"));

    assertThat(injection.instances()).containsExactly("back_2");
    assertThat(stack.instances()).hasSameSizeAs(before);
    assertThat(changed(before)).containsExactly("back_2");
  }

  @Test
  void whatIsStartedAgainIsKnownByItsNewProcess() throws Exception {
    List<Instance> before = stack.instances();

    inject(new Restart(), FaultTarget.of("back_db"));

    assertThat(changed(before)).containsExactly("back_db");
    assertThat(new StackState(folder.resolve("state/stacks/tiny")).read().orElseThrow().processes())
        .hasSize(before.size())
        .allMatch(process -> process.handle().isPresent());
  }

  @Test
  void whatADatabaseHasAcknowledgedOutlivesItsKilling() throws Exception {
    execute("CREATE TABLE kept (word text)");
    execute("INSERT INTO kept VALUES ('acknowledged')");

    inject(new Kill(SHORT), FaultTarget.of("back_db"));

    try (Connection database = connect();
        ResultSet row = database.createStatement().executeQuery("SELECT word FROM kept")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("acknowledged");
    }
  }

  @Test
  void isUndoneWhenItIsInterrupted() throws Exception {
    Pause tooLong = new Pause(Duration.ofMinutes(5));
    FutureTask<Injection> injection =
        new FutureTask<>(() -> inject(tooLong, FaultTarget.of("back")));
    Thread injector = Thread.ofVirtual().start(injection);
    long pid = pid("back");
    while (!ProcessTable.ofThisMachine().isStopped(pid)) {
      Thread.sleep(5);
    }

    injector.interrupt();

    assertThatThrownBy(injection::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(ProcessTable.ofThisMachine().isStopped(pid)).isFalse();
  }

  @Test
  void namesWhatThereIsWhenATargetIsUnknown() {
    assertThatThrownBy(() -> inject(new Restart(), FaultTarget.of("bakc")))
        .isInstanceOf(UsageException.class)
        .hasMessage("tiny has no service or database 'bakc': use front, back, back_db");
    assertThatThrownBy(() -> inject(new Restart(), FaultTarget.of("back").withInstance("3")))
        .isInstanceOf(UsageException.class)
        .hasMessage("back has 2 instances, not 3");
  }

  private static void assertHappened(Injection injection) {
    assertThat(injection.verified())
        .as("%s / %s", injection.effect(), injection.undoing())
        .isTrue();
    assertThat(injection.effective().orElseThrow()).isAfterOrEqualTo(injection.requested());
    assertThat(Duration.between(injection.effective().get(), injection.undone().orElseThrow()))
        .isGreaterThanOrEqualTo(injection.fault().duration());
    assertThat(injection.ready().orElseThrow()).isAfterOrEqualTo(injection.undone().get());
  }

  private static Injection inject(Fault fault, FaultTarget target) throws InterruptedException {
    return new FaultInjector(stack.faults().orElseThrow(), InstantSource.system())
        .inject(fault, target);
  }

  private static List<String> changed(List<Instance> before) {
    return stack.instances().stream()
        .filter(instance -> !before.contains(instance))
        .map(Instance::name)
        .toList();
  }

  private static long pid(String name) {
    return Instance.processes(stack.instances()).get(name);
  }

  private static void execute(String statement) throws Exception {
    try (Connection database = connect()) {
      database.createStatement().execute(statement);
    }
  }

  private static Connection connect() throws Exception {
    return TinyEnvironment.of(stack, "back").connect();
  }
}
