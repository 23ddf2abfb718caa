package tasktracker.analysis.compare;

import java.util.OptionalInt;
import tasktracker.analysis.estimate.SampleMean;
import tasktracker.analysis.estimate.StudentT;

/**
 * About how many more repetitions decide what is undecided, if later ones are like those so far:
 * the least number at which the interval would leave out equality, or fit into the margin.
 */
final class RepetitionsNeeded {
  private static final int MOST = 1000;

  private RepetitionsNeeded() {}

  /**
   * Empty when it is more than can be foreseen.
   *
   * @param pairs effects so far, on a scale where 0 is equality
   * @param rounding by how much rounding widens the interval on both sides, however many there are
   * @param margin largest effect that does not matter, on the same scale
   */
  static OptionalInt more(SampleMean pairs, double rounding, double margin, double confidence) {
    double distance = Math.abs(pairs.mean());
    double enough = (distance > margin ? distance : margin - distance) - rounding;
    int few = pairs.size();
    int many = pairs.size() + MOST;
    if (half(pairs, many, confidence) >= enough) {
      return OptionalInt.empty();
    }
    while (many - few > 1) {
      int middle = (few + many) / 2;
      if (half(pairs, middle, confidence) < enough) {
        many = middle;
      } else {
        few = middle;
      }
    }
    return OptionalInt.of(many - pairs.size());
  }

  private static double half(SampleMean pairs, int total, double confidence) {
    return new StudentT(total - 1).factor(confidence) * pairs.deviation() / Math.sqrt(total);
  }
}
