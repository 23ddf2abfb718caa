package tasktracker.analysis.seconds;

import java.util.Arrays;

/**
 * A step up within a series: every value of the shorter side is beyond the level of the other side,
 * by far more than the values scatter. Levels are medians, so a single odd value neither makes nor
 * hides a step.
 */
final class Step {
  private final double[] values;
  private final WarmingThresholds thresholds;

  /** A look at a series whose improvements are rises. */
  Step(double[] values, WarmingThresholds thresholds) {
    this.values = values.clone();
    this.thresholds = thresholds;
  }

  boolean isThere() {
    int shortest = Math.max(thresholds.fewestOfStep(), values.length / 10);
    for (int place = shortest; place <= values.length - shortest; place++) {
      if (isAt(place)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int place) {
    double[] before = Arrays.copyOf(values, place);
    double[] after = Arrays.copyOfRange(values, place, values.length);
    double low = Medians.of(before);
    double high = Medians.of(after);
    double[] residuals = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      residuals[i] = values[i] - (i < place ? low : high);
    }
    double least =
        Math.max(
            thresholds.scatterOfStep() * Medians.scatter(residuals),
            thresholds.leastStep() * Math.abs(high));
    double bias = (high - low) * place / values.length;
    return bias >= thresholds.leastBias() * Math.abs(high)
        && (before.length <= after.length
            ? Arrays.stream(before).allMatch(value -> value <= high - least)
            : Arrays.stream(after).allMatch(value -> value >= low + least));
  }
}
