package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.experiments.CpuBudget;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.Sweep;
import tasktracker.experiments.SweepConfig;
import tasktracker.experiments.SweepSettings;
import tasktracker.report.RepeatCommand;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.report.sweep.SweepPlots;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;

/** {@code sweep}: architectures by levels of concurrency, with results, plots and a table. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = {
      "Loads each architecture at several levels of concurrency, one at a time on empty databases, and"
          + " leaves results, plots and a table.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker sweep --quick",
      "  ./tasktracker sweep --arch both --concurrency-levels 10,25,50,100,200,400"
          + " --duration-seconds 90",
      "  ./tasktracker sweep --resume experiments/results/sweep_20261124_101500"
    })
final class SweepCommand implements Callable<Integer> {

  @ParentCommand private TaskTracker root;
  @Spec private CommandSpec spec;

  @ArgGroup(validate = false)
  private SweepOptions options = new SweepOptions();

  @Option(
      names = "--outdir",
      paramLabel = "DIR",
      description = "New folder for the results (experiments/results/sweep_YYYYMMDD_HHMMSS).")
  private Path outputDirectory;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Carry out the missing runs of this results folder, with its settings.")
  private Path resumed;

  @Override
  public Integer call() {
    if (resumed != null) {
      return resume();
    }
    SweepSettings settings = options.toSettings();
    return begin(settings, isolation(settings), outputDirectory, "sweep", root);
  }

  /**
   * Carries out a new sweep.
   *
   * @param outputDirectory new folder for the results; null for one named after the time
   * @param name begin of the name of that folder
   * @return the exit code
   */
  static int begin(
      SweepSettings settings,
      Isolation isolation,
      Path outputDirectory,
      String name,
      TaskTracker root) {
    StackSource stacks = readyStacks(settings, isolation);
    ResultsFolder folder = Checkout.newFolder(outputDirectory, name);
    SweepConfig config =
        SweepConfig.of(
            settings,
            isolation,
            root.testbed(settings.runtime(), StackSource.options(settings, isolation), isolation),
            "closed, think time " + settings.thinkTime());
    folder.writeConfig(config);
    return carryOut(config, isolation, stacks, folder, root.terminal());
  }

  /** Who gets which processors, and what holds the stacks to their CPU budget. */
  static Isolation isolation(SweepSettings settings) {
    return Isolation.plan(settings.isolate(), settings.runtime(), settings.cpuBudget());
  }

  private int resume() {
    List<String> others =
        spec.commandLine().getParseResult().matchedOptions().stream()
            .map(option -> option.longestName())
            .filter(name -> !List.of("--resume", "--no-color", "--verbose").contains(name))
            .toList();
    if (!others.isEmpty()) {
      throw new UsageException(
          "--resume takes all settings from the folder: leave out " + String.join(", ", others));
    }
    ResultsFolder folder = ResultsFolder.open(resumed);
    SweepConfig config = folder.config(SweepConfig.class);
    SweepSettings settings = config.settings();
    Isolation isolation = isolation(settings);
    isolation.budget().ifPresent(budget -> requireSameKind(budget, config.cpuBudgetKind()));
    StackSource stacks = readyStacks(settings, isolation);
    return carryOut(config, isolation, stacks, folder, root.terminal());
  }

  /** Runs under a quota and runs on a set of CPUs would not be runs of the same sweep. */
  private static void requireSameKind(CpuBudget budget, CpuBudget.Kind recorded) {
    CpuBudget.Kind before = Objects.requireNonNullElse(recorded, CpuBudget.Kind.SET);
    if (budget.kind() != before) {
      throw new EnvironmentException(
          "the sweep was begun with a %s for its CPU budget, but this engine makes it a %s: begin"
                  .formatted(before, budget.kind())
              + " a new one");
    }
  }

  private static StackSource readyStacks(SweepSettings settings, Isolation isolation) {
    StackSource stacks = StackSource.of(settings, isolation, Checkout.installation());
    stacks.requireReady();
    SweepPlots.prepare();
    return stacks;
  }

  private static int carryOut(
      SweepConfig config,
      Isolation isolation,
      StackSource stacks,
      ResultsFolder folder,
      Terminal terminal) {
    terminal.line("Results go to " + terminal.bold(folder.path().toString()));
    SweepProgress progress = new SweepProgress(terminal);
    Sweep.Outcome outcome;
    try (Interruption _ = Interruption.ofThisThread()) {
      isolation.enter();
      try {
        outcome = new Sweep(config.settings(), stacks, folder, progress).run();
      } finally {
        isolation.leave();
      }
      // Interrupted or not, what was measured is worth its plots.
      Thread.interrupted();
      folder.writeConfig(config.endedAt(Instant.now()));
      conclude(folder, outcome, terminal);
    }
    if (outcome.interrupted()) {
      return Interruption.EXIT_CODE;
    }
    return outcome.failures().isEmpty() ? 0 : EnvironmentException.EXIT_CODE;
  }

  private static void conclude(ResultsFolder folder, Sweep.Outcome outcome, Terminal terminal) {
    boolean complete = !outcome.interrupted() && outcome.failures().isEmpty();
    RecordedRuns recorded = folder.read();
    if (complete) {
      folder.writeAllResults(recorded);
    }
    if (!recorded.runs().isEmpty()) {
      terminal.line("");
      RunTable.of(recorded.runs()).forEach(terminal::line);
      terminal.line("");
      SweepAnalysis analysis = Analysing.of(folder, recorded, AnalysisSettings.DEFAULTS, terminal);
      terminal.line("");
      SweepFindings findings = new SweepFindings(folder.path(), recorded, analysis);
      Plotting.draw(findings, null, terminal);
      Reporting.write(findings, folder.path(), terminal);
    }
    outcome
        .failures()
        .forEach(failure ->
            terminal.lines(terminal.red("failed: ") + failure.folder() + ": " + failure.reason()));
    terminal.line(
        complete
            ? "Results in " + folder.path()
            : "%s: go on with %s"
                .formatted(
                    outcome.interrupted() ? "Interrupted" : "Incomplete",
                    RepeatCommand.of(List.of("sweep", "--resume", folder.path().toString()))));
  }
}
