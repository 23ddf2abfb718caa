package tasktracker.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.Effect;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Wording;

/** Comparisons as a table of text: a row for each architecture, metric and level. */
final class ComparisonText {
  private static final String FORM = "  %-16s %-26s %6s  %10s  %10s  %-28s %s";

  private ComparisonText() {}

  static List<String> of(List<Comparison> comparisons, List<ComparedMetric> metrics) {
    List<String> lines = new ArrayList<>();
    lines.add(
        FORM.formatted("architecture", "metric", "users", "A", "B", "B / A (interval)", "B is")
            .stripTrailing());
    for (Comparison comparison : comparisons) {
      for (LevelComparison level : comparison.levels()) {
        if (metrics.contains(level.metric()) && level.effect() != null) {
          lines.add(line(comparison.candidate(), level));
        }
      }
    }
    return lines;
  }

  private static String line(String architecture, LevelComparison level) {
    Estimate estimate = level.effect().estimate();
    String difference = level.effect().scale() == Effect.Scale.DIFFERENCE ? " points" : "";
    return FORM.formatted(
            architecture,
            level.metric().label(),
            level.concurrency(),
            Wording.number(level.baseline().value()),
            Wording.number(level.candidate().value()),
            Wording.estimate(estimate) + difference,
            "%s, %s".formatted(level.verdict(), Wording.basis(estimate.basis())))
        .stripTrailing();
  }
}
