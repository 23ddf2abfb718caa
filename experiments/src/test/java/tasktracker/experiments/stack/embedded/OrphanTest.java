package tasktracker.experiments.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.experiments.stack.HealthProbe;

/** A lab that ends in any way takes its processes along. */
class OrphanTest {
  @TempDir static Path folder;

  private Installation installation;
  private Process lab;
  private List<ProcessHandle> members;

  @BeforeEach
  void startLab() throws IOException {
    installation =
        new Installation(TinyService.packagedIn(folder.resolve("jars")), folder.resolve("state"));
    lab =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LabProcess.class.getName(),
                installation.jars().toString(),
                installation.state().toString())
            .redirectErrorStream(true)
            .start();
    String said = lab.inputReader(UTF_8).readLine();
    assertThat(said).startsWith("up ");
    members =
        new StackState(installation.stack("tiny"))
            .read().orElseThrow().processes().stream()
                .map(StackProcess::handle)
                .map(handle -> handle.orElseThrow())
                .toList();
    assertThat(members).hasSize(3);
  }

  @AfterEach
  void endLab() {
    lab.destroyForcibly();
    new EmbeddedRuntime(installation).down("tiny");
  }

  @Test
  void nothingIsLeftAfterKill() {
    lab.destroyForcibly();

    assertThat(members).allSatisfy(OrphanTest::ends);
  }

  @Test
  void nothingIsLeftAfterTerm() {
    lab.destroy();

    assertThat(members).allSatisfy(OrphanTest::ends);
  }

  @Test
  void nothingIsLeftAfterKillWhileAnInstanceIsStopped() throws Exception {
    for (ProcessHandle member : members) {
      new ProcessBuilder("kill", "-STOP", String.valueOf(member.pid())).start().waitFor();
    }

    lab.destroyForcibly();

    assertThat(members).allSatisfy(OrphanTest::ends);
  }

  @Test
  void theNextStartCleansUpWhatLabAndGuardianLeftWhenBothWereKilled() throws Exception {
    List<ProcessHandle> helpers = lab.toHandle().children().filter(this::isNoMember).toList();
    assertThat(helpers).isNotEmpty();
    helpers.forEach(ProcessHandle::destroyForcibly);
    lab.destroyForcibly();
    assertThat(lab.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(members).allMatch(ProcessHandle::isAlive);

    try (EmbeddedStack next =
        new EmbeddedRuntime(installation)
            .up(TinyArchitecture.healthy(), EmbeddedOptions.DEFAULTS)) {
      assertThat(members).noneMatch(ProcessHandle::isAlive);
      assertThat(HealthProbe.ask(next.entry(), Duration.ofSeconds(2)).healthy()).isTrue();
    }
  }

  private boolean isNoMember(ProcessHandle process) {
    return members.stream().noneMatch(member -> member.pid() == process.pid());
  }

  private static void ends(ProcessHandle process) {
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }
}
