package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.experiments.CpuBudget;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.KeptSecrets;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.Sweep;
import tasktracker.experiments.SweepConfig;
import tasktracker.experiments.SweepListener;
import tasktracker.experiments.SweepPlan;
import tasktracker.experiments.SweepSettings;
import tasktracker.experiments.Testbed;
import tasktracker.experiments.WorkerHosts;
import tasktracker.experiments.definition.ExperimentFile;
import tasktracker.experiments.definition.GeneratorDefinition;
import tasktracker.experiments.live.LiveSweep;
import tasktracker.report.ChartImage;
import tasktracker.report.RepeatCommand;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;
import tasktracker.results.live.LiveEvent;
import tasktracker.results.live.LiveVerdict;
import tools.jackson.databind.JsonNode;

/** {@code sweep}: architectures by levels of concurrency, with results, plots and a table. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = {
      "Loads each architecture at several levels of concurrency, one at a time on empty databases,"
          + " and leaves results, plots and a table.",
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

  @Mixin private OutdirOption outdir = new OutdirOption();

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
    Isolation isolation = isolation(settings);
    return begin(
        settings,
        isolation,
        readyStacks(settings, isolation),
        root.newFolder(outdir.folder(), "sweep"),
        Requirements.of("sweep", null),
        root);
  }

  /**
   * Carries out a new sweep.
   *
   * @param requirements what the systems have to keep to
   * @return the exit code
   */
  static int begin(
      SweepSettings settings,
      Isolation isolation,
      StackSource stacks,
      ResultsFolder folder,
      Requirements requirements,
      TaskTracker root) {
    SweepConfig config =
        config(settings, isolation, stacks, root).judgedBy(requirements.objective());
    KeptSecrets.keep(settings, folder);
    folder.writeConfig(config);
    sayLimits(config, root);
    return carryOut(config, isolation, stacks, folder, requirements, root);
  }

  private static void sayLimits(SweepConfig config, TaskTracker root) {
    config.limits().forEach(limit -> root.terminal().line("note: " + limit + "."));
  }

  /** What is recorded of a sweep that begins now. */
  static SweepConfig config(
      SweepSettings settings, Isolation isolation, StackSource stacks, TaskTracker root) {
    return SweepConfig.of(
            settings, isolation, testbed(settings, isolation, root), settings.loadModel())
        .limitedBy(
            Stream.of(
                    stacks.limits().stream(),
                    settings.generator().stream().flatMap(each -> each.format().unknown().stream()),
                    Stream.ofNullable(settings.workers()).flatMap(WorkerHosts::limits))
                .flatMap(limits -> limits)
                .toList());
  }

  private static Testbed testbed(SweepSettings settings, Isolation isolation, TaskTracker root) {
    return root.testbed(
        settings.runsServicesOfTheLab() ? settings.runtime() : RuntimeKind.EXTERNAL,
        StackSource.options(settings, isolation),
        isolation);
  }

  /** Who gets which processors, and what holds the stacks to their CPU budget. */
  static Isolation isolation(SweepSettings settings) {
    return Isolation.plan(
        settings.isolate(),
        settings.runsNotAll() ? RuntimeKind.EXTERNAL : settings.runtime(),
        settings.cpuBudget(),
        Optional.ofNullable(settings.workers()));
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
    UsageException.unless(
        !ResultsFolder.isCapacitySearch(folder.config(JsonNode.class)),
        "%s: a search for capacity cannot be gone on with: begin a new one",
        folder.path());
    SweepConfig recorded = KeptSecrets.config(folder);
    recorded.requireSameScenario();
    SweepSettings settings = recorded.settings();
    Isolation isolation = isolation(settings);
    isolation.budget().ifPresent(budget -> requireSameKind(budget, recorded.cpuBudgetKind()));
    SweepConfig config = recorded.resumedOn(testbed(settings, isolation, root));
    StackSource stacks = readyStacks(settings, isolation);
    Requirements requirements = Requirements.of("sweep", objective(config));
    root.watch(folder.path(), "sweep");
    KeptSecrets.keep(settings, folder);
    folder.writeConfig(config);
    sayLimits(config, root);
    return carryOut(config, isolation, stacks, folder, requirements, root);
  }

  /** Experiments of before it was recorded have it in their file alone. */
  private static String objective(SweepConfig config) {
    ExperimentFile file = config.settings().experiment();
    return config.objective() == null && file != null
        ? file.definition().objective()
        : config.objective();
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

  /** The systems of the settings, each ready to be measured. */
  static StackSource readyStacks(SweepSettings settings, Isolation isolation) {
    StackSource stacks = StackSource.of(settings, isolation, Checkout.installation());
    stacks.requireReady();
    settings.generator().ifPresent(GeneratorDefinition::requireProgram);
    ChartImage.prepare();
    return stacks;
  }

  private static int carryOut(
      SweepConfig config,
      Isolation isolation,
      StackSource stacks,
      ResultsFolder folder,
      Requirements requirements,
      TaskTracker root) {
    Terminal terminal = root.terminal();
    requirements.requireWritable();
    terminal.line("Results go to " + terminal.bold(folder.path().toString()));
    return ExperimentRun.of(config.settings(), isolation, folder, root)
        .around(
            stacks, systems -> measureAll(config, isolation, systems, folder, requirements, root));
  }

  private static int measureAll(
      SweepConfig config,
      Isolation isolation,
      StackSource stacks,
      ResultsFolder folder,
      Requirements requirements,
      TaskTracker root) {
    Sweep.Outcome outcome =
        measure(config, isolation, stacks, folder, requirements.objective(), root);
    int judged = conclude(folder, outcome, requirements, root);
    if (outcome.interrupted() || Thread.interrupted()) {
      return Interruption.EXIT_CODE;
    }
    return outcome.failures().isEmpty() ? judged : EnvironmentException.EXIT_CODE;
  }

  /** Carries out the runs that a folder does not hold yet; an interrupt ends it early. */
  static Sweep.Outcome measure(
      SweepConfig config,
      Isolation isolation,
      StackSource stacks,
      ResultsFolder folder,
      String objective,
      TaskTracker root) {
    SweepSettings settings = config.settings();
    // Hooks may have taken minutes.
    config.requireSameScenario();
    root.live()
        .append(
            new LiveEvent.Planned(
                Instant.now(),
                settings.architectures(),
                LiveSweep.planned(folder.read().missing(SweepPlan.of(settings))),
                "users",
                settings.duration().toMillis() / 1e3,
                objective));
    isolation.enter();
    Sweep.Outcome outcome;
    try {
      SweepListener progress = new LiveSweep(root.live(), new SweepProgress(root.terminal()));
      outcome = new Sweep(settings, stacks, folder, progress).run();
    } finally {
      isolation.leave();
    }
    // Interrupted or not, what was measured is worth its plots.
    Thread.interrupted();
    folder.writeConfig(config.endedAt(Instant.now()));
    return outcome;
  }

  private static int conclude(
      ResultsFolder folder, Sweep.Outcome outcome, Requirements requirements, TaskTracker root) {
    Terminal terminal = root.terminal();
    int judged = 0;
    RecordedRuns recorded = folder.read();
    // A run in which something broke has a result, and is not measured again.
    boolean complete = !outcome.interrupted() && recorded.failures().isEmpty();
    if (complete) {
      folder.writeAllResults(recorded);
    }
    if (!recorded.runs().isEmpty()) {
      terminal.line("");
      RunTable.of(recorded.runs()).forEach(terminal::line);
      terminal.line("");
      SweepAnalysis analysis = Analysing.of(folder, recorded, requirements.settings(), terminal);
      judged = requirements.judge(analysis, terminal);
      terminal.line("");
      SweepFindings findings = new SweepFindings(folder.path(), recorded, analysis);
      root.live().append(LiveVerdict.of(analysis));
      Plotting.draw(findings, null, terminal, root.live());
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
    return judged;
  }
}
