package tasktracker.analysis.seconds;

import java.util.Arrays;

/** Medians, and the scatter around them. */
final class Medians {
  /** Makes the median distance of normal values their standard deviation. */
  private static final double OF_NORMAL = 1.4826;

  private Medians() {}

  static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted);
  }

  static double ofSorted(double... sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The median distance from 0, on the scale of a standard deviation. */
  static double scatter(double... residuals) {
    return OF_NORMAL * of(Arrays.stream(residuals).map(Math::abs).toArray());
  }
}
