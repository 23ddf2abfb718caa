package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.stack.HealthProbe;
import tasktracker.stack.StackOptions;
import tasktracker.stack.resource.ProcessTable;

/** A lab that ends in any way takes its processes along. */
class OrphanTest {
  @TempDir static Path folder;

  private final ProcessTable processes = ProcessTable.ofThisMachine();
  private Installation installation;
  private Process lab;
  private List<ProcessHandle> members;

  @BeforeEach
  void install() throws IOException {
    installation =
        new Installation(TinyService.packagedIn(folder.resolve("jars")), folder.resolve("state"));
  }

  private void startLab(String... fault) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LabProcess.class.getName(),
                installation.jars().toString(),
                installation.state().toString()));
    command.addAll(List.of(fault));
    lab = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = lab.inputReader(UTF_8).readLine();
    assertThat(said).startsWith("up ");
    members =
        new StackState(installation.stack("tiny"))
            .read().orElseThrow().processes().stream()
                .map(StackProcess::handle)
                .map(handle -> handle.orElseThrow())
                .toList();
    assertThat(members).hasSize(fault.length == 0 ? 3 : 4);
  }

  @AfterEach
  void endLab() {
    lab.destroyForcibly();
    new EmbeddedRuntime(installation).down("tiny");
  }

  @Test
  void nothingIsLeftAfterKill() throws Exception {
    startLab();

    lab.destroyForcibly();

    assertThat(members).allSatisfy(OrphanTest::ends);
  }

  @Test
  void nothingIsLeftAfterTerm() throws Exception {
    startLab();

    lab.destroy();

    assertThat(members).allSatisfy(OrphanTest::ends);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause", "cpu"})
  void nothingIsLeftAfterKillWhileADatabaseIsHeldUp(String fault) throws Exception {
    startLab(fault);
    List<ProcessHandle> held = awaitStandstill();

    lab.destroyForcibly();

    assertThat(members).allSatisfy(OrphanTest::ends);
    assertThat(held).allSatisfy(OrphanTest::ends);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause", "cpu"})
  void nothingIsStoppedAfterTheNextStartWhenLabAndGuardianWereKilled(String fault)
      throws Exception {
    startLab(fault);
    List<ProcessHandle> held = awaitStandstill();
    killGuardian();
    lab.destroyForcibly();
    assertThat(lab.waitFor(10, TimeUnit.SECONDS)).isTrue();

    try (EmbeddedStack next =
        new EmbeddedRuntime(installation).up(TinyArchitecture.healthy(), StackOptions.DEFAULTS)) {
      assertThat(held).allSatisfy(OrphanTest::ends);
      assertThat(HealthProbe.ask(next.entry(), Duration.ofSeconds(2)).healthy()).isTrue();
    }
  }

  /** The processes of the database, once they stand still. */
  private List<ProcessHandle> awaitStandstill() throws InterruptedException {
    ProcessHandle database = members.getFirst();
    while (!processes.isStopped(database.pid())
        || database.descendants().anyMatch(child -> processes.isMoving(child.pid()))) {
      Thread.sleep(5);
    }
    List<ProcessHandle> held = database.descendants().toList();
    assertThat(held).isNotEmpty();
    return held;
  }

  @Test
  void theNextStartCleansUpWhatLabAndGuardianLeftWhenBothWereKilled() throws Exception {
    startLab();
    killGuardian();
    lab.destroyForcibly();
    assertThat(lab.waitFor(10, TimeUnit.SECONDS)).isTrue();

    try (EmbeddedStack next =
        new EmbeddedRuntime(installation).up(TinyArchitecture.healthy(), StackOptions.DEFAULTS)) {
      assertThat(members).noneMatch(ProcessHandle::isAlive);
      assertThat(HealthProbe.ask(next.entry(), Duration.ofSeconds(2)).healthy()).isTrue();
    }
  }

  @Test
  void theNextStartEndsWhatADeadLabHadNoTimeToWriteDown() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    StackOwner owner = new StackOwner(dead.pid(), StackProcess.startOf(dead.pid()));
    dead.waitFor();
    Process unlisted = marked(owner, installation.stack("tiny"));
    Process ofAnotherStack = marked(owner, installation.stack("another"));
    Process ofTheTemplate = marked(owner, installation.state().resolve("postgres/template"));
    Process ofAnotherCheckout = marked(owner, folder.resolve("elsewhere"));
    Process ofALivingLab = marked(StackOwner.thisProcess(), installation.stack("another"));
    startLab();
    try {
      assertThat(unlisted.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(ofAnotherStack.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(ofTheTemplate.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(ofAnotherCheckout.isAlive()).isTrue();
      assertThat(ofALivingLab.isAlive()).isTrue();
    } finally {
      ofAnotherCheckout.destroyForcibly();
      ofALivingLab.destroyForcibly();
    }
  }

  /** Stands for anything that a lab started just before it was killed. */
  private static Process marked(StackOwner owner, Path stack) throws IOException {
    ProcessBuilder sleep = new ProcessBuilder("sleep", "300");
    sleep
        .environment()
        .put(
            StackMark.VARIABLE,
            new StackMark(owner, stack.toAbsolutePath().normalize()).toString());
    return sleep.start();
  }

  @Test
  void theGuardianEndsWhatWasStartedButNotWrittenDown() throws Exception {
    startLab();
    long pid = lab.pid();
    Process unlisted =
        marked(new StackOwner(pid, StackProcess.startOf(pid)), installation.stack("tiny"));
    lab.destroyForcibly();
    assertThat(unlisted.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private void killGuardian() {
    List<ProcessHandle> shells = lab.toHandle().children().filter(this::isNoMember).toList();
    assertThat(shells).isNotEmpty();
    shells.forEach(ProcessHandle::destroyForcibly);
  }

  private boolean isNoMember(ProcessHandle process) {
    return members.stream().noneMatch(member -> member.pid() == process.pid());
  }

  private static void ends(ProcessHandle process) {
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }
}
