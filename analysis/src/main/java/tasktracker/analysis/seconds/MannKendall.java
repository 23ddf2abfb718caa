package tasktracker.analysis.seconds;

/**
 * The Mann-Kendall test of a monotone trend: H. B. Mann, "Nonparametric Tests Against Trend",
 * <i>Econometrica</i> 13 (1945); M. G. Kendall, <i>Rank Correlation Methods</i> (1975). It looks at
 * ranks alone, so a single odd value decides nothing.
 */
final class MannKendall {
  private MannKendall() {}

  /**
   * The one-sided p-value of a rise, exact for any number of values: the chance that a random order
   * has no more pairs of which the later one is lower. A tie counts as half such a pair, rounded
   * up.
   */
  static double pOfRise(double... values) {
    int falls = 0;
    int ties = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        if (values[j] < values[i]) {
          falls++;
        } else if (values[j] == values[i]) {
          ties++;
        }
      }
    }
    double[] chances = inversions(values.length);
    double sum = 0;
    for (int i = 0; i <= falls + (ties + 1) / 2; i++) {
      sum += chances[i];
    }
    return Math.min(1, sum);
  }

  /** How likely a random order of so many values has 0, 1, 2 … inversions. */
  private static double[] inversions(int count) {
    double[] chances = new double[count * (count - 1) / 2 + 1];
    chances[0] = 1;
    int most = 0;
    for (int size = 2; size <= count; size++) {
      double[] next = new double[chances.length];
      for (int i = 0; i <= most; i++) {
        for (int more = 0; more < size; more++) {
          next[i + more] += chances[i] / size;
        }
      }
      most += size - 1;
      chances = next;
    }
    return chances;
  }
}
