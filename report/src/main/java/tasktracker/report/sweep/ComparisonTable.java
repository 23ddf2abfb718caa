package tasktracker.report.sweep;

import static tasktracker.report.html.Table.Column.numbers;
import static tasktracker.report.html.Table.Column.words;

import java.util.List;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Verdict;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.ValueText;
import tasktracker.report.html.Block.Tone;
import tasktracker.report.html.Table;
import tasktracker.report.html.Table.Cell;

/** Two architectures beside each other, metric by metric and level by level. */
final class ComparisonTable {

  private ComparisonTable() {}

  static Table of(Comparison comparison, AnalysisSettings settings) {
    return new Table(
        "%s beside %s; intervals in brackets"
            .formatted(comparison.candidate(), comparison.baseline()),
        List.of(
            words("Metric"),
            numbers("Users"),
            numbers(comparison.baseline()),
            numbers(comparison.candidate()),
            numbers("Ratio or difference"),
            words("Word"),
            words("Interval")),
        comparison.levels().stream().map(level -> row(level, settings)).toList());
  }

  private static List<Cell> row(LevelComparison level, AnalysisSettings settings) {
    return List.of(
        Cell.of("%s (%s)".formatted(level.metric().label(), level.metric().unit())),
        Cell.of(level.concurrency()),
        Estimates.cell(level.baseline()),
        Estimates.cell(level.candidate()),
        effect(level),
        Cell.of(Word.on(level, settings), tone(level, settings)),
        Cell.of(
            level.effect() == null
                ? ValueText.MISSING
                : Wording.basis(level.effect().estimate().basis())));
  }

  private static Cell effect(LevelComparison level) {
    if (level.effect() == null) {
      return Cell.of(ValueText.MISSING);
    }
    String text = Wording.effect(level.effect());
    return Cell.of(
        level.deciding() == null
            ? text
            : "%s; decided at %s".formatted(text, Wording.effect(level.deciding().effect())),
        level.effect().estimate().value());
  }

  private static Tone tone(LevelComparison level, AnalysisSettings settings) {
    return !level.isClaim(settings)
        ? Tone.PLAIN
        : level.verdict() == Verdict.BETTER ? Tone.GOOD : Tone.PROBLEM;
  }
}
