package tasktracker.experiments.analysis.compare;

import java.util.OptionalInt;
import tasktracker.experiments.analysis.estimate.SampleMean;
import tasktracker.experiments.analysis.estimate.StudentT;

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
   * @param margin largest effect that does not matter, on the same scale
   */
  static OptionalInt more(SampleMean pairs, double margin, double confidence) {
    double distance = Math.abs(pairs.mean());
    double enough = distance > margin ? distance : margin - distance;
    for (int total = pairs.size() + 1; total <= pairs.size() + MOST; total++) {
      double half =
          new StudentT(total - 1).factor(confidence) * pairs.deviation() / Math.sqrt(total);
      if (half < enough) {
        return OptionalInt.of(total - pairs.size());
      }
    }
    return OptionalInt.empty();
  }
}
