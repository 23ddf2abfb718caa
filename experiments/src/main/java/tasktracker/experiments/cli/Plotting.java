package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tasktracker.report.failure.FailurePlots;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.report.sweep.SweepPlots;
import tasktracker.results.failure.FailureFolder;

/** Draws the plots of a folder and says where they are. */
final class Plotting {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");

  private Plotting() {}

  /**
   * Draws all plots.
   *
   * @param output where they go; null for a new folder named after the time
   */
  static void draw(SweepFindings findings, Path output, Terminal terminal) {
    Path target = output == null ? Checkout.plots().resolve(now()) : output;
    terminal.status("drawing");
    List<Path> files = SweepPlots.draw(findings, target);
    terminal.line("%d plots in %s".formatted(files.size(), target));
  }

  /** The same for a failure experiment, whose own folder is called {@code failure_…}. */
  static void draw(FailureFolder folder, Path output, Terminal terminal) {
    Path target = output == null ? Checkout.plots().resolve("failure_" + now()) : output;
    terminal.status("drawing");
    List<Path> files = FailurePlots.draw(folder, target);
    terminal.line("%d plots in %s".formatted(files.size(), target));
  }

  private static String now() {
    return STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
  }
}
