package tasktracker.analysis.seconds;

import java.util.Arrays;

/**
 * How a series went.
 *
 * @param series the series
 * @param p one-sided p-value of Mann-Kendall for an improvement
 * @param slope change over the window along the slope of Theil and Sen, as a share of the median;
 *     positive for an improvement
 * @param halves second half beside the first, likewise
 * @param hasStep whether it improved in a step
 * @param from median of the first three values
 * @param to median of the last three values
 */
public record SeriesTrend(
    WarmingSeries series,
    double p,
    double slope,
    double halves,
    boolean hasStep,
    double from,
    double to) {

  private static final int AT_AN_END = 3;

  /** Looks at a series of enough values. */
  static SeriesTrend of(WarmingSeries series, WarmingThresholds thresholds) {
    double[] all = series.rising();
    double[] parts = parts(all, thresholds.parts());
    int half = parts.length / 2;
    double median = Math.abs(Medians.of(parts));
    double first = Medians.of(Arrays.copyOf(parts, half));
    double second = Medians.of(Arrays.copyOfRange(parts, parts.length - half, parts.length));
    double sign = series.risesWhileWarming() ? 1 : -1;
    return new SeriesTrend(
        series,
        MannKendall.pOfRise(parts),
        TheilSen.of(0, parts).slope() * (parts.length - 1) / median,
        (second - first) / median,
        new Step(all, thresholds).isThere(),
        sign * Medians.of(Arrays.copyOf(parts, AT_AN_END)),
        sign * Medians.of(Arrays.copyOfRange(parts, parts.length - AT_AN_END, parts.length)));
  }

  /** Whether a trend that chance does not explain is large enough to matter. */
  boolean matters(WarmingThresholds thresholds) {
    double least = series.ofService() ? thresholds.leastTrendOfService() : thresholds.leastTrend();
    return slope >= least && halves >= least / 2;
  }

  /** Means of parts of equal length; what does not fill one is left out at the begin. */
  private static double[] parts(double[] values, int least) {
    int length = Math.max(1, values.length / least);
    int count = values.length / length;
    double[] means = new double[count];
    for (int i = 0; i < count * length; i++) {
      means[i / length] += values[values.length - count * length + i] / length;
    }
    return means;
  }
}
