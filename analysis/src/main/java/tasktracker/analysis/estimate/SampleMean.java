package tasktracker.analysis.estimate;

import java.util.Collection;
import java.util.random.RandomGenerator;

/**
 * The mean of independent values and its standard error. Intervals and tests are Student's: exact
 * for normal values at any number of them, two included.
 *
 * @param size how many values
 * @param mean their arithmetic mean
 * @param deviation their standard deviation, with n − 1; NaN for a single value
 */
public record SampleMean(int size, double mean, double deviation) {

  /**
   * Computes it from the values.
   *
   * @throws IllegalArgumentException without values
   */
  public static SampleMean of(Collection<Double> values) {
    int size = values.size();
    double mean =
        values.stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElseThrow(() -> new IllegalArgumentException("no values"));
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return new SampleMean(size, mean, Math.sqrt(squares / (size - 1)));
  }

  /** Whether there are enough values for an interval. */
  public boolean hasInterval() {
    return size > 1;
  }

  /** Standard error of the mean. */
  public double standardError() {
    return deviation / Math.sqrt(size);
  }

  /** Half the width of the interval at a confidence. */
  public double halfWidth(double confidence) {
    return student().factor(confidence) * standardError();
  }

  /** The two-sided p-value of the hypothesis that the true mean is {@code expected}. */
  public double pValue(double expected) {
    if (deviation == 0) {
      return mean == expected ? 1 : 0;
    }
    return student().twoSidedP((mean - expected) / standardError());
  }

  /** The mean with its interval across repetitions, or without one for a single value. */
  public Estimate estimate(double confidence) {
    if (!hasInterval()) {
      return Estimate.withoutInterval(mean);
    }
    double half = halfWidth(confidence);
    return new Estimate(
        mean, new Interval(mean - half, mean + half, confidence, Basis.ACROSS_REPETITIONS));
  }

  /** A mean that it might be, from the t distribution that the interval comes from. */
  public double draw(RandomGenerator random) {
    return mean + student().draw(random) * standardError();
  }

  private StudentT student() {
    return new StudentT(size - 1);
  }
}
