package tasktracker.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Sweeps that are ended from outside. */
class InterruptionIT {
  private static final Path PROCESSES =
      Launcher.CHECKOUT.resolve(".tasktracker/stacks/monolith/processes");

  @TempDir Path parent;

  private SweptFolder folder;

  @BeforeEach
  void requireFreePorts() {
    Ports.requireFree();
    folder = new SweptFolder(parent.resolve("sweep"));
  }

  @Test
  void keepsAndPlotsWhatWasMeasuredOnCtrlCAndIsResumedWithTheRest() throws IOException {
    Launcher.Running running = sweep("2,3");
    running.awaitLine(line -> line.startsWith("[2/2]"));
    awaitLoad(running);

    running.signal("INT");
    Launcher.Ended interrupted = running.end();

    assertThat(interrupted.status()).as(interrupted.text()).isEqualTo(130);
    assertThat(interrupted.text()).contains("sweep --resume " + folder.path());
    assertThat(concurrencies()).hasSize(1).isSubsetOf(2, 3);
    assertThat(folder.path().resolve("all_results.json")).doesNotExist();
    assertThat(Ports.taken()).isEmpty();
    SweptFolder.deletePlots(interrupted);

    Launcher.Ended resumed = Launcher.run("sweep", "--resume", folder.path().toString());

    assertThat(resumed.status()).as(resumed.text()).isZero();
    assertThat(resumed.text()).contains("[2/2]").doesNotContain("[1/2]");
    assertThat(concurrencies()).containsExactlyInAnyOrder(2, 3);
    assertThat(folder.lines())
        .extracting(run -> run.path("deployment").asInt(), run -> run.path("position").asInt())
        .containsExactly(tuple(1, 1), tuple(2, 1));
    assertThat(folder.json("all_results.json")).hasSize(2);
    SweptFolder.deletePlots(resumed);
  }

  @Test
  void measuresTheLevelsThatAreLeftOnANewDeploymentWhenOneBreaks() throws Exception {
    Launcher.Running running = sweep("2,3");
    running.awaitLine(line -> line.startsWith("[1/2]"));
    awaitLoad(running);

    members().getLast().destroyForcibly();
    Launcher.Ended ended = running.end();

    List<String> deployments =
        ended.out().stream().filter(line -> line.contains("to be measured at")).toList();
    assertThat(deployments).as(ended.text()).hasSize(2);
    assertThat(deployments.getLast()).containsPattern("at [23] users");
    JsonNode last = folder.lines().getLast();
    assertThat(last.path("deployment").asInt()).isEqualTo(2);
    assertThat(last.path("position").asInt()).isEqualTo(1);
    assertThat(last.path("total_requests").asLong()).isPositive();
    assertThat(last.path("total_failures").asLong()).isZero();
    assertThat(Ports.taken()).isEmpty();
    SweptFolder.deletePlots(ended);
  }

  @Test
  void leavesNoProcessWhenKilledAndTheNextSweepWorks() throws IOException {
    Launcher.Running running = sweep("2");
    awaitLoad(running);
    List<ProcessHandle> members = members();
    assertThat(members).hasSize(2).allMatch(ProcessHandle::isAlive);

    running.kill();

    assertThat(members)
        .allSatisfy(member -> assertThat(member.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    folder = new SweptFolder(parent.resolve("next"));
    Launcher.Ended next = sweep("2").end();
    assertThat(next.status()).as(next.text()).isZero();
    SweptFolder.deletePlots(next);
  }

  @Test
  void callsARunInvalidWhoseServiceWasKilledAndEndsAsAfterAFailedOne() throws IOException {
    Launcher.Running running = sweep("2");
    awaitLoad(running);
    // The database is listed first.
    members().getLast().destroyForcibly();
    Launcher.Ended ended = running.end();

    assertThat(ended.status()).as(ended.text()).isEqualTo(3);
    String sentence = "tasktracker_app ended under load (killed, signal 9)";
    assertThat(ended.text()).contains(sentence);
    assertThat(folder.lines())
        .singleElement()
        .satisfies(run -> {
          assertThat(run.path("validity").asString()).isEqualTo("INVALID");
          assertThat(run.path("validity_reasons").path(0).asString()).startsWith(sentence);
        });
    assertThat(Files.readString(folder.path().resolve("failures.jsonl"))).contains(sentence);
    assertThat(Files.readString(folder.path().resolve("summary.md"))).contains("tasktracker\\_app");
    SweptFolder.deletePlots(ended);
  }

  private Launcher.Running sweep(String levels) {
    return Launcher.start(
        "sweep",
        "--arch=monolith",
        "--concurrency-levels=" + levels,
        "--duration-seconds=2",
        "--warmup=fixed",
        "--warmup-seconds=1",
        "--spawn-rate=50",
        "--outdir=" + folder.path());
  }

  private static void awaitLoad(Launcher.Running sweep) {
    sweep.awaitLine(line -> line.contains("measurement"));
  }

  private List<Integer> concurrencies() {
    return folder.lines().stream().map(run -> run.path("concurrency").asInt()).toList();
  }

  private static List<ProcessHandle> members() throws IOException {
    return Files.readAllLines(PROCESSES).stream()
        .skip(1)
        .map(line -> ProcessHandle.of(Long.parseLong(line.split(" ")[0])))
        .flatMap(Optional::stream)
        .toList();
  }
}
