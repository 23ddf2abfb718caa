package tasktracker.analysis.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts the p-values of a family of tests so that the chance of even one false claim among all of
 * them stays below the level. After S. Holm, "A Simple Sequentially Rejective Multiple Test
 * Procedure", <i>Scandinavian Journal of Statistics</i> 6 (1979).
 */
public final class Holm {
  private Holm() {}

  /** The adjusted p-values, in the order of the given ones. */
  public static List<Double> adjust(List<Double> pValues) {
    int tests = pValues.size();
    List<Integer> ascending =
        IntStream.range(0, tests).boxed().sorted(Comparator.comparing(pValues::get)).toList();
    Double[] adjusted = new Double[tests];
    double highest = 0;
    for (int rank = 0; rank < tests; rank++) {
      int test = ascending.get(rank);
      highest = Math.max(highest, Math.min(1, pValues.get(test) * (tests - rank)));
      adjusted[test] = highest;
    }
    return List.of(adjusted);
  }
}
