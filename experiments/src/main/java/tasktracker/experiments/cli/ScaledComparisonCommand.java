package tasktracker.experiments.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tasktracker.experiments.ComparedSystems;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.SweepSettings;

/** {@code scaled-comparison}: a sweep of one monolith against replicated microservices. */
@Command(
    name = "scaled-comparison",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the monolith, one instance, with microservices that have three replicas of every"
          + " service, from start to charts.",
      "Without a limit of CPU, one process is compared with ten: --cpu-budget gives both the same"
          + " CPUs in all, --cpu-per-instance gives each container the same.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker scaled-comparison --quick",
      "  ./tasktracker scaled-comparison --runtime docker --cpu-budget 2",
      "  ./tasktracker scaled-comparison --runtime docker --cpu-per-instance 0.5 --replicas 2"
    })
final class ScaledComparisonCommand implements Callable<Integer> {
  private static final int REPLICAS = 3;

  @ParentCommand private TaskTracker root;

  @ArgGroup(validate = false)
  private SweepOptions options = new SweepOptions();

  @Mixin private OutdirOption outdir = new OutdirOption();

  @Override
  public Integer call() {
    SweepSettings settings = options.toSettings(REPLICAS);
    Isolation isolation = SweepCommand.isolation(settings);
    root.terminal().line("Compares " + ComparedSystems.of(settings, isolation.budget()));
    return SweepCommand.begin(
        settings,
        isolation,
        SweepCommand.readyStacks(settings, isolation),
        root.newFolder(outdir.folder(), "scaled_comparison"),
        Requirements.of("scaled-comparison", null),
        root);
  }
}
