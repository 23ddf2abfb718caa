package tasktracker.analysis.verdict;

import java.util.List;

/**
 * Two architectures beside each other.
 *
 * @param baseline the one that is compared with
 * @param candidate the one that is judged
 * @param levels by metric, then by rising concurrency
 * @param unequal the levels at which the two did different work
 * @param crossovers one or more for each metric that both have at two levels or more
 * @param charts the pairs of runs in time order; empty where there are no pairs, or too few
 */
public record Comparison(
    String baseline,
    String candidate,
    List<LevelComparison> levels,
    List<UnequalWork> unequal,
    List<MetricCrossover> crossovers,
    List<RunChart> charts) {

  /** Copies the lists. */
  public Comparison {
    levels = List.copyOf(levels);
    unequal = unequal == null ? List.of() : List.copyOf(unequal);
    crossovers = List.copyOf(crossovers);
    charts = charts == null ? List.of() : List.copyOf(charts);
  }

  /** The same with its run charts. */
  public Comparison withCharts(List<RunChart> runCharts) {
    return new Comparison(baseline, candidate, levels, unequal, crossovers, runCharts);
  }

  /** The levels of a metric, by rising concurrency. */
  public List<LevelComparison> of(ComparedMetric metric) {
    return levels.stream().filter(level -> level.metric() == metric).toList();
  }

  /** What was found on the crossovers of a metric: one for each flip, or one that says why none. */
  public List<MetricCrossover> crossovers(ComparedMetric metric) {
    return crossovers.stream().filter(crossover -> crossover.metric() == metric).toList();
  }
}
