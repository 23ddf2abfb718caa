package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import tasktracker.report.failure.FailurePlots;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.report.sweep.SweepPlots;
import tasktracker.results.ResultsFolder;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.live.LiveEvent;
import tasktracker.results.live.LiveLog;

/** Draws the plots of a folder and says where they are. */
final class Plotting {
  private Plotting() {}

  /**
   * Draws all plots.
   *
   * @param output where they go; null for a new folder named after the time
   * @param live is told where they are
   */
  static void draw(SweepFindings findings, Path output, Terminal terminal, LiveLog live) {
    Path target = output == null ? Checkout.plots().resolve(now()) : output;
    terminal.status("drawing");
    List<Path> files = SweepPlots.draw(findings, target);
    say(files.size(), target, terminal, live);
  }

  /** The same for a failure experiment, whose own folder is called {@code failure_…}. */
  static void draw(FailureFolder folder, Path output, Terminal terminal, LiveLog live) {
    Path target = output == null ? Checkout.plots().resolve("failure_" + now()) : output;
    terminal.status("drawing");
    List<Path> files = FailurePlots.draw(folder, target);
    say(files.size(), target, terminal, live);
  }

  private static void say(int count, Path target, Terminal terminal, LiveLog live) {
    terminal.line("%d plots in %s".formatted(count, target));
    live.append(new LiveEvent.Drawn(Instant.now(), target.getFileName().toString()));
  }

  private static String now() {
    return ResultsFolder.STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
  }
}
