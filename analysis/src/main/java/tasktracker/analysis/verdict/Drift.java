package tasktracker.analysis.verdict;

/**
 * Whether values in time order depend on when they were taken. Both tests permute the order of the
 * repetitions, all levels alike, and are exact as far as their draws go; their p-values are
 * adjusted by Holm among all that were made of the same kind.
 *
 * @param lag1 correlation of each value with the one before, around the mean of its level
 * @param lag1P adjusted p-value of "no correlation", against a positive one
 * @param trend pairs of values that rise less those that fall, as a share of all: −1 to 1 (M. G.
 *     Kendall's tau, summed over levels as by R. M. Hirsch, J. R. Slack and R. A. Smith,
 *     "Techniques of Trend Analysis for Monthly Water Quality Data", <i>Water Resources
 *     Research</i> 18, 1982)
 * @param trendP adjusted p-value of "no trend", two-sided
 * @param change from the first repetition to the last by the median slope, such as 0.1 for 10 %
 *     more
 */
public record Drift(double lag1, double lag1P, double trend, double trendP, double change) {
  private static final double LEVEL = 0.05;

  /** Whether a trend was found. */
  public boolean hasTrend() {
    return trendP <= LEVEL;
  }

  /** Whether it was found that neighbours resemble each other. */
  public boolean hasMemory() {
    return lag1P <= LEVEL;
  }

  /** Whether either was found. */
  public boolean isFound() {
    return hasTrend() || hasMemory();
  }

  /** The same with other p-values. */
  public Drift withP(double ofLag1, double ofTrend) {
    return new Drift(lag1, ofLag1, trend, ofTrend, change);
  }
}
