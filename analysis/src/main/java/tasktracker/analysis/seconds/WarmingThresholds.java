package tasktracker.analysis.seconds;

/**
 * From where on a measurement counts as still warming up. Shares are of the median of a series.
 *
 * @param fewestValues fewer values of a series are not judged
 * @param parts a longer series is judged by the means of at least so many parts of equal length
 * @param chance that one of the whole system's series is called a trend although it only scatters;
 *     divided among them by Holm's method
 * @param chanceOfServices likewise for the services
 * @param leastTrend least change over the window that matters
 * @param leastTrendOfService likewise for the CPU time of one service
 * @param leastShareOfService a service that takes less of the whole CPU time is not judged alone
 * @param leastStep least size of a step between two levels that matters
 * @param scatterOfStep least size of a step in standard deviations around the levels
 * @param fewestOfStep each side of a step holds at least so many values, and a tenth of the series
 * @param leastBias least effect of a step on the mean of the window that matters
 */
public record WarmingThresholds(
    int fewestValues,
    int parts,
    double chance,
    double chanceOfServices,
    double leastTrend,
    double leastTrendOfService,
    double leastShareOfService,
    double leastStep,
    double scatterOfStep,
    int fewestOfStep,
    double leastBias) {

  /** The usual thresholds; {@code docs/methodology.md} says how they were calibrated. */
  public static final WarmingThresholds DEFAULT =
      new WarmingThresholds(8, 10, 0.015, 0.005, 0.05, 0.10, 0.10, 0.15, 7, 3, 0.025);
}
