package tasktracker.report.sweep;

import static tasktracker.report.html.Table.Column.numbers;
import static tasktracker.report.html.Table.Column.words;

import java.util.List;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.Effect;
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
    Word word = Word.on(level, settings);
    return List.of(
        Cell.of("%s (%s)".formatted(level.metric().label(), level.metric().unit())),
        Cell.of(level.concurrency()),
        Estimates.cell(level.baseline()),
        Estimates.cell(level.candidate()),
        effect(level),
        Cell.of(word.toString(), tone(word)),
        Cell.of(
            level.effect() == null
                ? ValueText.MISSING
                : Wording.basis(level.effect().estimate().basis())));
  }

  private static Cell effect(LevelComparison level) {
    if (level.effect() == null) {
      return Cell.of(ValueText.MISSING);
    }
    Cell effect = Estimates.cell(sign(level), level.effect().estimate());
    return level.deciding() == null
        ? effect
        : Cell.of(
            "%s; decided at %s%s"
                .formatted(
                    effect.text(),
                    sign(level),
                    Wording.estimate(level.deciding().effect().estimate())),
            effect.order());
  }

  private static String sign(LevelComparison level) {
    return level.effect().scale() == Effect.Scale.RATIO ? "× " : "";
  }

  private static Tone tone(Word word) {
    return !word.isClaim()
        ? Tone.PLAIN
        : word.verdict() == Verdict.BETTER ? Tone.GOOD : Tone.PROBLEM;
  }
}
