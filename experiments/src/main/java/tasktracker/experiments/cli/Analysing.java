package tasktracker.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Overview;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.VerdictMatrix;
import tasktracker.report.TextTable;
import tasktracker.report.sweep.ObjectiveRows;
import tasktracker.report.verdict.FolderAnalysis;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;

/** Analyses a folder, writes {@code analysis.json} into it, and prints the verdict. */
final class Analysing {
  private Analysing() {}

  static SweepAnalysis of(
      ResultsFolder folder, RecordedRuns recorded, AnalysisSettings settings, Terminal terminal) {
    terminal.status("analysing");
    SweepAnalysis analysis = FolderAnalysis.of(folder.path(), recorded, settings);
    folder.writeAnalysis(analysis);
    print(Overview.of(analysis), terminal);
    printObjectives(analysis, terminal);
    terminal.line("");
    terminal.line("In words");
    analysis.sentences().forEach(sentence -> terminal.line("  - " + sentence));
    analysis.warnings().forEach(warning -> terminal.line("  " + terminal.red("note: ") + warning));
    return analysis;
  }

  private static void print(Overview overview, Terminal terminal) {
    overview.headlines().forEach(headline -> terminal.line(terminal.bold(headline)));
    for (VerdictMatrix matrix : overview.matrices()) {
      List<List<String>> rows = new ArrayList<>(List.of(matrix.headings()));
      rows.addAll(matrix.texts());
      terminal.line("");
      TextTable.aligned(
              rows,
              Set.of(0),
              (row, column, text) ->
                  row == 0 || column == 0
                      ? text
                      : styled(
                          text,
                          matrix.rows().get(row - 1).cells().get(column - 1).word(),
                          terminal))
          .forEach(terminal::line);
    }
    terminal.line("");
    terminal.line(overview.limits());
  }

  private static void printObjectives(SweepAnalysis analysis, Terminal terminal) {
    if (!analysis.objectives().isEmpty()) {
      List<List<String>> rows = new ArrayList<>(List.of(ObjectiveRows.HEADINGS));
      rows.addAll(ObjectiveRows.of(analysis));
      terminal.line("");
      TextTable.aligned(rows, Set.of(0, 2, 4)).forEach(terminal::line);
    }
  }

  private static String styled(String text, VerdictMatrix.Word word, Terminal terminal) {
    return switch (word) {
      case BETTER -> terminal.green(text);
      case WORSE -> terminal.red(text);
      case SAME -> text;
      case UNSURE, NOT_COMPARABLE, MISSING -> terminal.faint(text);
    };
  }
}
