package tasktracker.analysis.verdict;

import java.util.List;
import tasktracker.analysis.estimate.Estimate;

/**
 * One metric of one architecture over the levels: a line with its band.
 *
 * @param architecture the architecture
 * @param metric the metric
 * @param levels by rising concurrency; levels without a figure are not in it
 */
public record MetricCurve(String architecture, ComparedMetric metric, List<Level> levels) {

  /** Copies the levels. */
  public MetricCurve {
    levels = List.copyOf(levels);
  }

  /**
   * One level.
   *
   * @param concurrency virtual users
   * @param values the figure of each repetition, in their order
   * @param estimate mean over the repetitions, with its interval
   */
  public record Level(int concurrency, List<Double> values, Estimate estimate) {

    /** Copies the values. */
    public Level {
      values = List.copyOf(values);
    }
  }
}
