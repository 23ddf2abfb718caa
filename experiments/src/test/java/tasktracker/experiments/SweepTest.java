package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.load.Progress;
import tasktracker.results.FailedRun;
import tasktracker.results.Resources;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;
import tasktracker.stack.Ports;
import tasktracker.stack.Stack;
import tasktracker.stack.system.UrlSystem;

/** A sweep of what nobody answers for. */
class SweepTest {
  private static final URI NOWHERE =
      URI.create("http://127.0.0.1:" + Ports.free(1, Set.of()).getFirst());

  @TempDir private Path parent;

  @Test
  void givesTheLevelsThatAFailureLeavesANewDeploymentAndEveryRunItsReason() {
    SweepSettings settings =
        SampleSettings.sharing(List.of("monolith"), List.of(2, 3, 4), 1, MeasuringPlan.fixed(1));
    List<RunName> plan = SweepPlan.of(settings);
    ResultsFolder folder = ResultsFolder.createAt(parent.resolve("sweep"));
    Events events = new Events();

    Sweep.Outcome outcome = new Sweep(settings, new Nowhere(), folder, events).run();

    assertThat(outcome.interrupted()).isFalse();
    assertThat(outcome.failures())
        .extracting(FailedRun::folder)
        .containsExactlyElementsOf(plan.stream().map(RunName::folder).toList());
    assertThat(folder.read().failures()).hasSize(3);
    List<Integer> levels = plan.stream().map(RunName::concurrency).toList();
    assertThat(events.deployments)
        .containsExactly(levels, levels.subList(1, 3), levels.subList(2, 3));
  }

  @Test
  void keepsWhatWasMeasuredAndEndsWhenItIsInterrupted() {
    SweepSettings settings =
        SampleSettings.sharing(List.of("monolith"), List.of(2, 3), 1, MeasuringPlan.fixed(1));
    ResultsFolder folder = ResultsFolder.createAt(parent.resolve("sweep"));
    Thread.currentThread().interrupt();

    Sweep.Outcome outcome = new Sweep(settings, new Nowhere(), folder, new Events()).run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome.interrupted()).isTrue();
    assertThat(folder.read().failures()).isEmpty();
  }

  @Test
  void countsWhatItSpentBeforeItWasResumed() {
    MeasuringPlan untilSure =
        new MeasuringPlan(10, true, 0.05, 0, Duration.ofSeconds(30), null, false, null);
    SweepSettings settings =
        SampleSettings.sharing(List.of("monolith", "modular"), List.of(2), 1, untilSure);
    ResultsFolder folder = ResultsFolder.createAt(parent.resolve("sweep"));
    folder.writeConfig(Map.of("until_sure", true, "confirm", 0));
    // Each took 20 seconds, and they decide nothing.
    InventedRuns before = new InventedRuns(folder, 0.5, _ -> 20);
    SweepPlan.of(settings).forEach(before::carryOut);
    Events events = new Events();

    Sweep.Outcome outcome = new Sweep(settings, new Nowhere(), folder, events).run();

    assertThat(outcome.failures()).isEmpty();
    assertThat(events.deployments).isEmpty();
  }

  @Test
  void asksInEveryRunWhatTheFileOfTheScenarioSaidWhenItBegan() throws IOException {
    Path file = Files.writeString(parent.resolve("a.yaml"), "name: before\ntasks: [{path: /}]\n");
    RunExecution execution =
        new RunExecution(
            SampleSettings.loading(NOWHERE.toString(), file.toString()),
            new Nowhere(),
            ResultsFolder.createAt(parent.resolve("sweep")),
            new Events());

    Files.writeString(file, "name: after\ntasks: [{path: /}]\n");

    assertThat(execution.scenario(Optional.empty()).name()).isEqualTo("before");
  }

  @Test
  void givesUsersInEveryRunTheDataThatThereWereWhenItBegan() throws IOException {
    Path data = Files.writeString(parent.resolve("goods.csv"), "item\nbook\n");
    Path file =
        Files.writeString(
            parent.resolve("a.yaml"), "data: goods.csv\ntasks: [{path: '/${item}'}]\n");
    RunExecution execution =
        new RunExecution(
            SampleSettings.loading(NOWHERE.toString(), file.toString()),
            new Nowhere(),
            ResultsFolder.createAt(parent.resolve("sweep")),
            new Events());

    Files.delete(data);

    assertThatCode(() -> execution.scenario(Optional.empty())).doesNotThrowAnyException();
  }

  private static final class Nowhere implements StackSource {
    @Override
    public void requireReady() {}

    @Override
    public Stack up(String architecture) {
      return new UrlSystem(architecture, NOWHERE, UrlSystem.Check.NONE).up();
    }
  }

  static class Events implements SweepListener {
    private final List<List<Integer>> deployments = new ArrayList<>();

    @Override
    public void trainingStarted(String architecture) {}

    @Override
    public void deploymentStarted(String architecture, List<Integer> levels) {
      deployments.add(levels);
    }

    @Override
    public void deployed(String architecture, Duration startUp) {}

    @Override
    public void warming(String architecture, int users, Progress progress) {}

    @Override
    public void warmedUp(String architecture, int users, WarmUp warmUp) {}

    @Override
    public void dataKept(String architecture) {}

    @Override
    public void runStarted(RunName run, int position, int total) {}

    @Override
    public void progressed(RunName run, Progress progress, List<Resources.Sample> usage) {}

    @Override
    public void loadedElsewhere(RunName run, String generator, String phase, long left) {}

    @Override
    public void measuredAgain(RunName run, String reason) {}

    @Override
    public void runEnded(RunName run, RunResult result) {}

    @Override
    public void runFailed(FailedRun failure) {}
  }
}
