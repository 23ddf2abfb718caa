package tasktracker.ui.study;

import java.util.List;
import java.util.Locale;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.Effect;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.verdict.FolderComparison;
import tools.jackson.databind.JsonNode;

/**
 * Experiments beside each other.
 *
 * @param pairs each of the others with the first
 * @param charts curves of all, as the chart module takes them
 */
public record StudiedExperiments(List<Pair> pairs, List<JsonNode> charts) {

  /** Copies the lists. */
  public StudiedExperiments {
    pairs = List.copyOf(pairs);
    charts = List.copyOf(charts);
  }

  /**
   * Two experiments.
   *
   * @param before the baseline
   * @param after what is judged
   * @param differences settings in which they differ
   * @param rows figures that both have
   */
  public record Pair(String before, String after, List<String> differences, List<Row> rows) {

    static Pair of(String before, String after, FolderComparison comparison) {
      return new Pair(
          before,
          after,
          comparison.differences(),
          comparison.comparisons().stream()
              .flatMap(each -> each.levels().stream().map(level -> Row.of(each, level)))
              .toList());
    }
  }

  /**
   * A metric of a system at a level in both.
   *
   * @param before the baseline's figure; empty without one
   * @param after the other's
   * @param effect their ratio or difference with its interval
   * @param word such as {@code better}
   * @param basis what the interval rests on
   */
  public record Row(
      String system,
      String metric,
      String unit,
      int level,
      String before,
      String after,
      String effect,
      String word,
      String basis) {

    static Row of(Comparison comparison, LevelComparison level) {
      Effect effect = level.effect();
      String points = effect != null && effect.scale() == Effect.Scale.DIFFERENCE ? " points" : "";
      return new Row(
          comparison.candidate(),
          Wording.capital(level.metric().label()),
          level.metric().unit(),
          level.concurrency(),
          level.baseline() == null ? "" : Wording.estimate(level.baseline()),
          level.candidate() == null ? "" : Wording.estimate(level.candidate()),
          effect == null ? "" : Wording.estimate(effect.estimate()) + points,
          level.verdict().toString().toLowerCase(Locale.ROOT),
          effect == null ? "" : Wording.basis(effect.estimate().basis()));
    }
  }
}
