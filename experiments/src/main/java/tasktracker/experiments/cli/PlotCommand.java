package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.results.ResultsFolder;
import tasktracker.results.failure.FailureFolder;

/** {@code plot}: draws the plots of a results folder, of this lab or another. */
@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    description = {
      "Draws the plots of a results folder, of a sweep or a failure experiment, of any age,"
          + " finished or not.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  ./tasktracker plot experiments/results/sweep_20261124_101500 --output slides"
    })
final class PlotCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;

  @Parameters(paramLabel = "RESULTS_DIR", description = "The results folder.")
  private Path results;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Folder for the plots (experiments/plots/YYYYMMDD_HHMMSS, or failure_YYYYMMDD_HHMMSS).")
  private Path output;

  @Override
  public Integer call() {
    if (FailureFolder.isOne(results)) {
      Plotting.draw(new FailureFolder(results), output, root.terminal(), root.live());
    } else {
      Plotting.draw(
          SweepFindings.of(ResultsFolder.open(results)), output, root.terminal(), root.live());
    }
    return 0;
  }
}
