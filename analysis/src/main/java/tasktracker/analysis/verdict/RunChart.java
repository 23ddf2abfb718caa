package tasktracker.analysis.verdict;

import java.util.List;

/**
 * One metric of two architectures in time order, pair of runs by pair of runs.
 *
 * @param metric whose figures are ratios
 * @param pairs by level, in each of them in time order; a pair that lacks the figure is left out
 * @param ratio whether the ratio of the two drifts, which every interval takes as not so
 * @param machine whether both drift together, which pairs cancel out
 */
public record RunChart(ComparedMetric metric, List<Pair> pairs, Drift ratio, Drift machine) {
  /** Copies the list. */
  public RunChart {
    pairs = List.copyOf(pairs);
  }

  /**
   * Two runs of a repetition.
   *
   * @param concurrency virtual users
   * @param repetition from 1, in time order
   * @param baseline the baseline's figure
   * @param candidate the candidate's figure
   * @param ratio candidate / baseline
   */
  public record Pair(
      int concurrency, int repetition, double baseline, double candidate, double ratio) {}
}
