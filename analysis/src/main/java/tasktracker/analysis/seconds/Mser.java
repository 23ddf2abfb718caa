package tasktracker.analysis.seconds;

import java.util.Arrays;
import java.util.List;

/**
 * The marginal standard error rule: cut so many values from the begin of a series that the standard
 * error of the mean of the rest is least. A cut beyond the middle means that the series does not
 * come to rest. K. P. White, "An Effective Truncation Heuristic for Bias Reduction in Simulation
 * Output", <i>Simulation</i> 69 (1997); on means of five: K. P. White, M. J. Cobb, S. C. Spratt, "A
 * Comparison of Five Steady-State Truncation Heuristics for Simulation", Winter Simulation
 * Conference (2000).
 *
 * @param cut values to cut
 * @param isSteady whether that leaves at least half of the series
 */
public record Mser(int cut, boolean isSteady) {
  private static final int BATCH = 5;

  /** The last few values are always left: so few are alike by chance. */
  private static final int LEAST_REST = 5;

  /** MSER-5: the rule on means of five values. What does not fill five at the end is left out. */
  public static Mser five(List<Double> values) {
    double[] means = new double[values.size() / BATCH];
    for (int i = 0; i < means.length * BATCH; i++) {
      means[i / BATCH] += values.get(i) / BATCH;
    }
    Mser ofMeans = of(means);
    return new Mser(BATCH * ofMeans.cut, ofMeans.isSteady);
  }

  /** The rule on the values themselves. */
  public static Mser of(double... values) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int cut = 0; cut <= values.length - LEAST_REST; cut++) {
      double statistic = statistic(Arrays.copyOfRange(values, cut, values.length));
      if (statistic < least) {
        least = statistic;
        best = cut;
      }
    }
    return new Mser(best, 2 * best <= values.length);
  }

  private static double statistic(double... rest) {
    double mean = Arrays.stream(rest).average().orElseThrow();
    double squares = Arrays.stream(rest).map(value -> (value - mean) * (value - mean)).sum();
    return squares / rest.length / rest.length;
  }
}
