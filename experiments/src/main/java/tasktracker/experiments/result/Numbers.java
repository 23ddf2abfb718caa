package tasktracker.experiments.result;

/** Rules for the numbers of older files. */
final class Numbers {
  private Numbers() {}

  /** Returns the number, or {@code null} for a missing, NaN or infinite one. */
  static Double finite(Double number) {
    return number == null || !Double.isFinite(number) ? null : number;
  }
}
