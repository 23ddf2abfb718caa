package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tasktracker.experiments.experiment.Isolation;
import tasktracker.experiments.experiment.RuntimeKind;
import tasktracker.experiments.experiment.StackSource;
import tasktracker.experiments.experiment.failure.FailureConfig;
import tasktracker.experiments.experiment.failure.FailureExperiment;
import tasktracker.experiments.experiment.failure.FailurePlots;
import tasktracker.experiments.experiment.failure.FailureReport;
import tasktracker.experiments.experiment.failure.FailureSettings;
import tasktracker.experiments.experiment.failure.RecoveryTable;
import tasktracker.experiments.result.ResultsFolder;
import tasktracker.experiments.result.failure.FailureFolder;
import tasktracker.experiments.result.failure.FailureResult;

/** {@code failure}: something breaks under load, and what its users go through is measured. */
@Command(
    name = "failure",
    mixinStandardHelpOptions = true,
    description = {
      "Breaks a service or a database under steady load, mends it again, and leaves what the users"
          + " went through: how long, which requests, and whether any acknowledged write is lost.",
      ""
    },
    footer = {
      "",
      "Exit code 1 when a write is lost, or cannot be read back.",
      "",
      "Examples:",
      "  ./tasktracker failure --quick",
      "  ./tasktracker failure --arch both --failure-mode stop-start --downtime 15",
      "  ./tasktracker failure --target-service tasktracker_task_db --failure-mode kill",
      "  ./tasktracker failure --replicas 3 --instance 2 --failure-mode pause",
      "  ./tasktracker failure --failure-mode latency --delay 200ms --injections 5 --every 30s"
    })
final class FailureCommand implements Callable<Integer> {
  private static final int LOST = 1;
  private static final int ENVIRONMENT = 3;
  private static final int INTERRUPTED = 130;

  @ParentCommand private TaskTracker root;

  @Mixin private FailureOptions options = new FailureOptions();

  @Option(
      names = "--outdir",
      paramLabel = "DIR",
      description = "New folder for the results (experiments/results/failure_YYYYMMDD_HHMMSS).")
  private Path outputDirectory;

  @Override
  public Integer call() {
    FailureSettings settings = options.toSettings();
    Isolation isolation = Isolation.plan(settings.isolate(), RuntimeKind.EMBEDDED);
    StackSource stacks = settings.stacks(isolation, Checkout.installation());
    stacks.requireReady();
    FailurePlots.prepare();
    ResultsFolder folder =
        outputDirectory == null
            ? ResultsFolder.create(
                Checkout.results(), "failure", LocalDateTime.now(ZoneId.systemDefault()))
            : ResultsFolder.createAt(outputDirectory);
    FailureConfig config = FailureConfig.of(settings, isolation, Checkout.root());
    folder.writeConfig(config);
    return carryOut(config, isolation, stacks, folder);
  }

  private int carryOut(
      FailureConfig config, Isolation isolation, StackSource stacks, ResultsFolder folder) {
    Terminal terminal = root.terminal();
    terminal.line("Results go to " + terminal.bold(folder.path().toString()));
    FailureFolder results = new FailureFolder(folder.path());
    FailureExperiment experiment =
        new FailureExperiment(
            config.settings(),
            stacks,
            results,
            new FailureProgress(terminal, config.settings().concurrency()));
    try (Interruption _ = Interruption.calling(experiment::stop)) {
      isolation.enter();
      List<FailureResult> measured;
      try {
        measured = experiment.run();
      } finally {
        isolation.leave();
      }
      // Interrupted or not, what was measured is worth its report.
      Thread.interrupted();
      folder.writeConfig(config.endedAt(Instant.now()));
      if (!measured.isEmpty()) {
        conclude(results, terminal);
      }
      return exitCode(measured, experiment.isStopped());
    }
  }

  private static void conclude(FailureFolder results, Terminal terminal) {
    Collection<FailureResult> measured = results.read().values();
    FailureReport report = FailureReport.of(measured);
    terminal.line("");
    report.verdict().forEach(terminal::line);
    terminal.line("");
    List<List<String>> rows = new ArrayList<>();
    rows.add(RecoveryTable.HEADINGS);
    rows.addAll(RecoveryTable.rows(measured));
    TextTable.aligned(rows, Set.of(0, 1, 2)).forEach(terminal::line);
    terminal.line("");
    report.write(results.path());
    Plotting.draw(results, null, terminal);
    terminal.line("Results in " + results.path());
  }

  private static int exitCode(List<FailureResult> measured, boolean stopped) {
    if (stopped) {
      return INTERRUPTED;
    }
    if (measured.stream().anyMatch(result -> !result.ledger().nothingLost())) {
      return LOST;
    }
    return measured.stream().allMatch(result -> result.doubts().isEmpty()) ? 0 : ENVIRONMENT;
  }
}
