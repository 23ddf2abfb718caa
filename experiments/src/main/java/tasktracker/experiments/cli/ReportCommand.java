package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.results.ResultsFolder;

/** {@code report}: the page and the summary of a results folder, of this lab or another. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the reports of a results folder, of any age, finished or not: report.html, one"
          + " page with the verdict and what it rests on, summary.md for a pull request, and"
          + " slides.pptx.",
      ""
    },
    footer = {"", "Example:", "  ./tasktracker report experiments/results/sweep_20261124_101500"})
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;

  @Parameters(paramLabel = "RESULTS_DIR", description = "The results folder.")
  private Path results;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Folder for the files (RESULTS_DIR).")
  private Path output;

  @Override
  public Integer call() {
    SweepFindings findings = SweepFindings.of(ResultsFolder.open(results));
    Reporting.write(findings, output == null ? results : output, root.terminal());
    return 0;
  }
}
