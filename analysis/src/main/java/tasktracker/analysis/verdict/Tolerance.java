package tasktracker.analysis.verdict;

import tasktracker.analysis.estimate.Interval;

/**
 * How much worse a figure may become.
 *
 * @param allowed such as 0.05: by 5 % of the baseline; of error rates, by 5 percentage points
 */
public record Tolerance(double allowed) {
  private static final double POINTS = 100;

  /** Whether an effect is worse than allowed. */
  public boolean isExceeded(ComparedMetric metric, double effect) {
    return switch (metric.scale()) {
      case DIFFERENCE -> effect > POINTS * allowed;
      case RATIO -> metric.higherIsBetter() ? effect < 1 - allowed : effect > 1 + allowed;
    };
  }

  /** Whether an effect may be worse than allowed, as far as its interval tells. */
  public boolean mayBeExceeded(ComparedMetric metric, Interval interval) {
    return isExceeded(metric, metric.higherIsBetter() ? interval.low() : interval.high());
  }

  /** Whether the whole interval is worse than equality. */
  public static boolean isWorse(ComparedMetric metric, Interval interval) {
    double same = metric.scale().same();
    return metric.higherIsBetter() ? interval.high() < same : interval.low() > same;
  }
}
