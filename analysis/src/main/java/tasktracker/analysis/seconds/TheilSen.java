package tasktracker.analysis.seconds;

import java.util.Arrays;

/**
 * The median of the slopes between all pairs of values, and its interval: H. Theil, "A
 * Rank-invariant Method of Linear and Polynomial Regression Analysis" (1950); P. K. Sen, "Estimates
 * of the Regression Coefficient Based on Kendall's Tau", <i>Journal of the American Statistical
 * Association</i> 63 (1968). Up to three values in ten may be anything without spoiling it.
 *
 * @param slope from one value to the next
 * @param low lower end of its interval
 * @param high upper end of its interval
 */
record TheilSen(double slope, double low, double high) {

  /**
   * The slope of three values or more.
   *
   * @param normal quantile of the normal distribution for each end of the interval, such as 1.645
   *     for 5 % on each side
   */
  static TheilSen of(double normal, double... values) {
    int count = values.length;
    double[] slopes = new double[count * (count - 1) / 2];
    int place = 0;
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        slopes[place++] = (values[j] - values[i]) / (j - i);
      }
    }
    Arrays.sort(slopes);
    double spread = normal * Math.sqrt(count * (count - 1.0) * (2.0 * count + 5) / 18);
    int low = (int) Math.floor((slopes.length - spread) / 2);
    int high = (int) Math.ceil((slopes.length + spread) / 2);
    return new TheilSen(
        Medians.ofSorted(slopes),
        slopes[Math.max(0, low)],
        slopes[Math.min(slopes.length - 1, high)]);
  }
}
