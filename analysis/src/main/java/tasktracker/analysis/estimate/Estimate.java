package tasktracker.analysis.estimate;

/**
 * A figure and how sure it is.
 *
 * @param value the point estimate
 * @param interval its interval; null where there is no basis for one
 */
public record Estimate(double value, Interval interval) {

  /** A figure without an interval. */
  public static Estimate withoutInterval(double value) {
    return new Estimate(value, null);
  }

  /** What the interval rests on. */
  public Basis basis() {
    return interval == null ? Basis.NONE : interval.basis();
  }

  /** The same with an interval that ends at a limit which the figure cannot pass. */
  public Estimate notBelow(double limit) {
    return interval == null || interval.low() >= limit
        ? this
        : new Estimate(
            value,
            new Interval(
                limit, Math.max(limit, interval.high()), interval.confidence(), interval.basis()));
  }

  /** The same with an interval that covers another share. */
  Estimate covering(double confidence) {
    return interval == null
        ? this
        : new Estimate(
            value, new Interval(interval.low(), interval.high(), confidence, interval.basis()));
  }

  /** The same with an interval that rests on something else; without a basis there is none. */
  public Estimate restingOn(Basis basis) {
    return interval == null || basis == Basis.NONE
        ? withoutInterval(value)
        : new Estimate(
            value, new Interval(interval.low(), interval.high(), interval.confidence(), basis));
  }
}
