package tasktracker.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.report.deck.Slide;
import tasktracker.report.failure.FailureSlides;
import tasktracker.report.sweep.SweepDeck;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.results.ResultsFolder;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.file.FileFailure;

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

  @Option(
      names = "--failure",
      paramLabel = "DIR",
      description =
          "Results of a failure experiment, for two more charts (the latest failure_* beside"
              + " RESULTS_DIR, if there is one).")
  private Path failure;

  @Override
  public Integer call() {
    SweepFindings findings = SweepFindings.of(ResultsFolder.open(results));
    Path file = output == null ? results.resolve("slides.pptx") : output;
    Terminal terminal = root.terminal();
    Optional<Path> broken = failure == null ? beside() : Optional.of(failure);
    terminal.status("drawing");
    List<Slide.Picture> pictures =
        broken.map(folder -> FailureSlides.of(new FailureFolder(folder))).orElse(List.of());
    SweepDeck.of(findings, pictures).write(file);
    terminal.line(
        "Slides in "
            + file
            + broken
                .map(folder -> ", with the failure in " + folder)
                .orElse(", without a failure"));
    return 0;
  }

  private Optional<Path> beside() {
    try (Stream<Path> folders = Files.list(results.toAbsolutePath().normalize().getParent())) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("failure_"))
          .filter(FailureFolder::isOne)
          .max(Comparator.comparing(Path::getFileName));
    } catch (IOException e) {
      throw FileFailure.reading(results, e);
    }
  }
}
