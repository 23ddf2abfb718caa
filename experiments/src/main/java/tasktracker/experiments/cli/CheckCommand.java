package tasktracker.experiments.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.experiments.ExperimentLength;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.SweepSettings;
import tasktracker.experiments.definition.ExperimentFile;
import tasktracker.experiments.failure.FailureSettings;
import tasktracker.load.RequestTrial;
import tasktracker.load.model.Durations;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.workload.AuditedScenario;
import tasktracker.load.workload.LedgerReport;
import tasktracker.load.workload.Workload;
import tasktracker.report.TextTable;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.Stack;

/** {@code check}: whether an experiment can be carried out, and how long it would take. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the file of an experiment, brings each of its systems up once, tries each request"
          + " once, reads back what was written, and prints the plan. No load, no results; hooks do not run.",
      ""
    },
    footer = {
      "",
      "Exit code 1 when a request fails, or what was written cannot be read back.",
      "",
      "Example:",
      "  ./tasktracker check experiment.yaml"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final double MILLION = 1e6;
  private static final Duration READ_BACK_PATIENCE = Duration.ofSeconds(5);

  @ParentCommand private TaskTracker root;

  @Parameters(
      paramLabel = "FILE",
      defaultValue = "experiment.yaml",
      description = "The experiment, see docs/experiment.md (${DEFAULT-VALUE}).")
  private Path file;

  @Override
  public Integer call() {
    ExperimentSettings experiment = new ExperimentSettings(ExperimentFile.read(file));
    SweepSettings settings = experiment.sweep(Optional.empty());
    List<FailureSettings> failures = experiment.failures();
    StackSource stacks =
        StackSource.of(settings, SweepCommand.isolation(settings), Checkout.installation());
    Terminal terminal = root.terminal();
    stacks.requireReady();
    boolean good = true;
    Duration startUps = Duration.ZERO;
    Optional<Workload> workload = Optional.ofNullable(experiment.workload());
    settings
        .generator()
        .ifPresent(generator -> {
          generator.requireProgram();
          terminal.line(
              "Load by %s: %s".formatted(generator.format().generator(), generator.shown()));
        });
    for (String name : settings.architectures()) {
      terminal.line(terminal.bold(name) + ": " + settings.targets().get(name));
      terminal.status("  starting");
      long begun = System.nanoTime();
      try (Stack stack = stacks.up(name)) {
        Duration startUp = Duration.ofNanos(System.nanoTime() - begun);
        startUps = startUps.plus(startUp);
        terminal.line(
            String.format(
                Locale.ROOT, "  up after %.1f s at %s", startUp.toNanos() / 1e9, stack.entry()));
        good &= workload.isEmpty() || tryOut(stack.entry(), workload.get(), terminal);
      }
    }
    terminal.line("");
    List<ExperimentLength.Failure> breaking = failures.stream().map(CheckCommand::length).toList();
    new ExperimentLength(settings, breaking, startUps).lines().forEach(terminal::line);
    terminal.line(good ? "Ready: ./tasktracker run " + file : "Not ready: correct what failed");
    return good ? 0 : FAILED;
  }

  private static ExperimentLength.Failure length(FailureSettings settings) {
    return new ExperimentLength.Failure(
        "%s of %s in %s, under a load of %s"
            .formatted(
                settings.failureMode(),
                settings.targetService(),
                String.join(", ", settings.architectures()),
                Durations.format(settings.duration())),
        settings.architectures().size(),
        settings.duration(),
        settings.warmupLimit());
  }

  /** Returns whether every request succeeded, and what they wrote can be read back. */
  private static boolean tryOut(URI entry, Workload workload, Terminal terminal) {
    Optional<AuditedScenario> audited = workload.audited();
    Scenario scenario = audited.<Scenario>map(each -> each).orElseGet(workload::scenario);
    return tryRequests(entry, scenario, terminal)
        && (audited.isEmpty() || readBack(entry, audited.get(), terminal));
  }

  private static boolean readBack(URI entry, AuditedScenario scenario, Terminal terminal) {
    try {
      LedgerReport report = scenario.audit(entry, READ_BACK_PATIENCE);
      boolean good = report.unread().isEmpty() && report.findings().isEmpty();
      terminal.line(
          "  writes read back: "
              + (good
                  ? "%d, all as written".formatted(report.acknowledged())
                  : "failed: " + complaint(report)));
      return good;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String complaint(LedgerReport report) {
    return report.findings().isEmpty()
        ? "an answer did not come, or not in the shape that the scenario describes"
        : report.findings().getFirst().what();
  }

  /** Returns whether all of them succeeded. */
  private static boolean tryRequests(URI entry, Scenario scenario, Terminal terminal) {
    List<RequestTrial.Tried> tried = trial(entry, scenario);
    List<List<String>> rows = new ArrayList<>();
    for (RequestTrial.Tried each : tried) {
      rows.add(
          List.of(
              "  " + each.name(),
              String.format(Locale.ROOT, "%.1f ms", each.time().toNanos() / MILLION),
              each.ok() ? "ok" : "failed: " + each.reason()));
    }
    TextTable.aligned(rows, Set.of(0, 2)).forEach(terminal::line);
    return tried.stream().allMatch(RequestTrial.Tried::ok);
  }

  private static List<RequestTrial.Tried> trial(URI entry, Scenario scenario) {
    try {
      return RequestTrial.of(entry, scenario);
    } catch (IOException e) {
      throw FileFailure.because("cannot find " + entry, e);
    }
  }
}
