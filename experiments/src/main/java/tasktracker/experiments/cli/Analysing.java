package tasktracker.experiments.cli;

import tasktracker.experiments.analysis.verdict.AnalysisSettings;
import tasktracker.experiments.analysis.verdict.SweepAnalysis;
import tasktracker.experiments.experiment.verdict.FolderAnalysis;
import tasktracker.experiments.result.ResultsFolder;

/** Analyses a folder, writes {@code analysis.json} into it, and prints the verdict. */
final class Analysing {
  private Analysing() {}

  static SweepAnalysis of(ResultsFolder folder, AnalysisSettings settings, Terminal terminal) {
    terminal.status("analysing");
    SweepAnalysis analysis = FolderAnalysis.of(folder, settings);
    folder.writeAnalysis(analysis);
    terminal.line(terminal.bold("Verdict"));
    analysis.verdict().forEach(sentence -> terminal.line("  " + sentence));
    analysis.facts().forEach(fact -> terminal.line("  - " + fact));
    analysis.warnings().forEach(warning -> terminal.line("  " + terminal.red("note: ") + warning));
    return analysis;
  }
}
