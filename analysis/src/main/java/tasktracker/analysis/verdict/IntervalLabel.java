package tasktracker.analysis.verdict;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.ToIntFunction;
import tasktracker.analysis.estimate.Basis;

/**
 * What the intervals across repetitions cover, in words: never more than they do after the data
 * were looked at.
 *
 * @param analysis whose comparisons they are
 */
public record IntervalLabel(SweepAnalysis analysis) {
  /**
   * {@code 95 % intervals}, {@code ≥ 95 % intervals after 1 to 4 looks}, {@code 95 % intervals from
   * 3 fresh pairs, decided on 4 to 7 pairs (≥ 95 % after 1 to 4 looks)}.
   */
  public String text() {
    String covered = Wording.percent(analysis.settings().confidence());
    if (analysis.settings().looks() == null) {
      return covered + " intervals";
    }
    List<LevelComparison> fresh =
        levels().stream().filter(each -> each.deciding() != null).toList();
    List<LevelComparison> rest = levels().stream().filter(each -> each.deciding() == null).toList();
    if (fresh.isEmpty()) {
      return "≥ %s intervals after %s".formatted(covered, looks(rest, LevelComparison::looks));
    }
    String confirmed =
        "%s intervals from %s fresh pairs, decided on %s pairs (≥ %s after %s)"
            .formatted(
                covered,
                range(fresh, LevelComparison::repetitions),
                range(fresh, each -> each.deciding().repetitions()),
                covered,
                looks(fresh, each -> each.deciding().looks()));
    return rest.isEmpty()
        ? confirmed
        : "%s; where nothing was decided ≥ %s intervals after %s"
            .formatted(confirmed, covered, looks(rest, LevelComparison::looks));
  }

  private List<LevelComparison> levels() {
    return analysis.comparisons().stream()
        .flatMap(comparison -> comparison.levels().stream())
        .filter(level -> level.metric() != ComparedMetric.ERROR_RATE)
        .filter(level -> level.effect() != null)
        .filter(level -> level.effect().estimate().basis() == Basis.ACROSS_REPETITIONS)
        .toList();
  }

  private static String looks(List<LevelComparison> levels, ToIntFunction<LevelComparison> count) {
    int most = levels.stream().mapToInt(count).max().orElse(1);
    return range(levels, count) + (most == 1 ? " look" : " looks");
  }

  private static String range(List<LevelComparison> levels, ToIntFunction<LevelComparison> count) {
    IntSummaryStatistics counts = levels.stream().mapToInt(count).summaryStatistics();
    return counts.getCount() == 0 ? "1" : Wording.range(counts.getMin(), counts.getMax());
  }
}
