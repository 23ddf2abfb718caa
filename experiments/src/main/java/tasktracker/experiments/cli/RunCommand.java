package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.SweepSettings;
import tasktracker.experiments.definition.ExperimentFile;

/** {@code run}: an experiment that a file describes. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Carries out the experiment that a file describes: a sweep of its systems, then its faults,"
          + " then the report.",
      ""
    },
    footer = {
      "",
      "An interrupted one goes on with ./tasktracker sweep --resume DIR, as the file was when it"
          + " began.",
      "Exit codes: 0 done, 1 an objective (slos) was missed, 2 wrong usage, 3 the environment, 4 an"
          + " objective without a figure, 130 interrupted.",
      "",
      "Examples:",
      "  ./tasktracker init",
      "  ./tasktracker check experiment.yaml",
      "  ./tasktracker run experiment.yaml"
    })
final class RunCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;

  @Parameters(
      paramLabel = "FILE",
      defaultValue = "experiment.yaml",
      description = "The experiment, see docs/experiment.md (${DEFAULT-VALUE}).")
  private Path file;

  @Option(
      names = "--outdir",
      paramLabel = "DIR",
      description = "New folder for the results (experiments/results/NAME_YYYYMMDD_HHMMSS).")
  private Path outputDirectory;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write whether the objectives of the file (slos) were met, as JUnit XML.")
  private Path junit;

  @Mixin private WorkerHostOptions workers = new WorkerHostOptions();

  @Override
  public Integer call() {
    ExperimentSettings experiment = new ExperimentSettings(ExperimentFile.read(file));
    SweepSettings settings = experiment.sweep(workers.toHosts(null));
    Isolation isolation = SweepCommand.isolation(settings);
    StackSource stacks = SweepCommand.readyStacks(settings, isolation);
    return SweepCommand.begin(
        settings,
        isolation,
        stacks,
        root.newFolder(outputDirectory, experiment.definition().name()),
        new Requirements(
            experiment.definition().name(),
            experiment.definition().objective(),
            new GateOptions(),
            junit),
        root);
  }
}
