package tasktracker.analysis.verdict;

/**
 * The effects that do not matter: those from {@code low} to {@code high}.
 *
 * @param low below 1 for ratios, below 0 for differences
 * @param high above it
 */
public record Margin(double low, double high) {

  /** The margin of a metric: symmetrical on a logarithmic scale for ratios. */
  public static Margin of(ComparedMetric metric, AnalysisSettings settings) {
    return switch (metric.scale()) {
      case RATIO -> new Margin(1 / (1 + settings.equivalence()), 1 + settings.equivalence());
      case DIFFERENCE -> new Margin(-settings.errorRateMargin(), settings.errorRateMargin());
    };
  }

  /** Whether an effect does not matter. */
  public boolean contains(double effect) {
    return low <= effect && effect <= high;
  }
}
