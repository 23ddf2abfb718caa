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
 */
public record Comparison(
    String baseline,
    String candidate,
    List<LevelComparison> levels,
    List<UnequalWork> unequal,
    List<MetricCrossover> crossovers) {

  /** Copies the lists. */
  public Comparison {
    levels = List.copyOf(levels);
    unequal = unequal == null ? List.of() : List.copyOf(unequal);
    crossovers = List.copyOf(crossovers);
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
