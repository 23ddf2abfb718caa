package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import tasktracker.report.sweep.SweepDeck;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.report.sweep.SweepReport;
import tasktracker.report.sweep.SweepSummary;
import tasktracker.results.file.TargetFile;

/** Writes what people read of a sweep and says where it is. */
final class Reporting {

  private Reporting() {}

  /**
   * Writes {@code report.html}, {@code summary.md} and {@code slides.pptx}; files of the same name
   * are replaced.
   */
  static void write(SweepFindings findings, Path folder, Terminal terminal) {
    terminal.status("writing the report");
    Path report = folder.resolve("report.html");
    SweepReport.of(findings).write(report);
    SweepDeck.of(findings, List.of()).write(folder.resolve("slides.pptx"));
    TargetFile.write(folder.resolve("summary.md"), SweepSummary.of(findings));
    terminal.line("Report in %s, with summary.md and slides.pptx beside it".formatted(report));
  }
}
