package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.experiments.experiment.publication.SweepDeck;
import tasktracker.experiments.experiment.publication.SweepFindings;
import tasktracker.experiments.result.ResultsFolder;

/** {@code slides}: a deck of slides of a results folder. */
@Command(
    name = "slides",
    mixinStandardHelpOptions = true,
    description = {
      "Writes slides.pptx into a results folder: its charts, each with what it says as the title,"
          + " the numbers as a table, and the method.",
      ""
    },
    footer = {"", "Example:", "  ./tasktracker slides experiments/results/sweep_20261124_101500"})
final class SlidesCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;

  @Parameters(paramLabel = "RESULTS_DIR", description = "The results folder of a sweep.")
  private Path results;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The deck (RESULTS_DIR/slides.pptx).")
  private Path output;

  @Override
  public Integer call() {
    SweepFindings findings = SweepFindings.of(ResultsFolder.open(results));
    Path file = output == null ? results.resolve("slides.pptx") : output;
    root.terminal().status("drawing");
    SweepDeck.of(findings, List.of()).write(file);
    root.terminal().line("Slides in " + file);
    return 0;
  }
}
