package tasktracker.analysis.estimate;

/**
 * A confidence interval, both ends included.
 *
 * @param low lower end
 * @param high upper end
 * @param confidence share of such intervals that hold the true value, such as 0.95
 * @param basis what it rests on
 */
public record Interval(double low, double high, double confidence, Basis basis) {

  /**
   * Checks the order of the ends.
   *
   * @throws IllegalArgumentException if the lower end is above the upper one, or one is NaN
   */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("not an interval: " + low + " to " + high);
    }
  }

  /** Whether it holds the value. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether it lies within another span, ends included. */
  public boolean isWithin(double from, double to) {
    return from <= low && high <= to;
  }
}
