package tasktracker.experiments.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.StackSource;
import tasktracker.load.Progress;
import tasktracker.load.workload.LedgerReport;
import tasktracker.results.Resources;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.failure.FailureResult;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.embedded.Signal;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.fault.Restart;
import tasktracker.stack.system.command.CommandDescription;
import tasktracker.stack.system.command.CommandProcess;
import tasktracker.stack.system.command.CommandSystem;

@Timeout(60)
class FailureExperimentTest {
  @TempDir Path folder;

  @Test
  void endsWithTheResultsSoFarWhenItIsStoppedWhileAStackStarts() throws Exception {
    Path started = folder.resolve("started");
    StackSource stacks = StackSource.of(List.of(neverReady(started)));
    CompletableFuture<FailureExperiment> begun = new CompletableFuture<>();
    FutureTask<List<FailureResult>> run =
        new FutureTask<>(() -> {
          FailureExperiment experiment =
              new FailureExperiment(
                  settings(),
                  settings().workload(),
                  stacks,
                  new FailureFolder(folder),
                  "failure",
                  new Silent());
          begun.complete(experiment);
          return experiment.run();
        });
    Thread.ofPlatform().start(run);
    while (!Files.exists(started)) {
      Thread.sleep(10);
    }

    begun.get().stop();

    assertThat(run.get()).isEmpty();
    assertThat(begun.get().isStopped()).isTrue();
  }

  private CommandSystem neverReady(Path started) {
    CommandProcess process =
        new CommandProcess(
            "web",
            List.of("sh", "-c", "touch %s; exec sleep 300".formatted(started)),
            Map.of(),
            folder,
            Map.of(),
            OptionalInt.empty(),
            Optional.of("/"),
            Signal.TERM,
            Duration.ofSeconds(3),
            Duration.ofSeconds(50),
            List.of(),
            1);
    return new CommandSystem(
        new CommandDescription("slow", "web", List.of(process)),
        StackOptions.DEFAULTS,
        new Installation(folder.resolve("jars"), folder.resolve("state")));
  }

  private static FailureSettings settings() {
    return new FailureSettings(
        "web",
        Map.of("slow", "web"),
        Map.of(),
        new Restart(),
        "all",
        1,
        1,
        "0",
        null,
        null,
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        1,
        Duration.ofSeconds(1),
        1,
        "99.9%<500ms",
        1,
        Isolation.Mode.OFF,
        false,
        RuntimeKind.EMBEDDED,
        null,
        false,
        null,
        null);
  }

  private static final class Silent implements FailureListener {
    @Override
    public void trainingStarted(String architecture) {}

    @Override
    public void runStarted(String architecture, String target) {}

    @Override
    public void deployed(String architecture, Duration startUp) {}

    @Override
    public void progressed(Progress progress, List<Resources.Sample> usage) {}

    @Override
    public void injected(Injection injection) {}

    @Override
    public void auditing(int accounts) {}

    @Override
    public void audited(LedgerReport report) {}

    @Override
    public void runEnded(String architecture, FailureResult result) {}
  }
}
