package tasktracker.analysis.scaling;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Where the throughput stops growing with the users: where the line of undisturbed growth through
 * the lowest level reaches the highest throughput. That is the meeting of the two asymptotic bounds
 * of a closed system; P. J. Denning, J. P. Buzen, "The Operational Analysis of Queueing Network
 * Models", <i>ACM Computing Surveys</i> 10 (1978).
 *
 * @param users null where the throughput has not stopped growing
 * @param note how it was found, or why there is none
 */
record Knee(Double users, String note) {
  /** At the last level, the part of proportional growth that may be left. */
  private static final double SATURATED = 0.1;

  static Knee in(SortedMap<Double, Double> throughputs) {
    List<Map.Entry<Double, Double>> levels = List.copyOf(throughputs.entrySet());
    if (levels.size() < 2) {
      return new Knee(null, "one level shows no growth");
    }
    var last = levels.getLast();
    var before = levels.get(levels.size() - 2);
    double grown = last.getValue() / before.getValue() - 1;
    double proportional = last.getKey() / before.getKey() - 1;
    if (grown > SATURATED * proportional) {
      return new Knee(
          null,
          "throughput still grows between %.0f and %.0f users"
              .formatted(before.getKey(), last.getKey()));
    }
    double highest = levels.stream().mapToDouble(Map.Entry::getValue).max().orElseThrow();
    var first = levels.getFirst();
    return new Knee(
        highest * first.getKey() / first.getValue(),
        "where growth as from %.0f users on meets the highest throughput"
            .formatted(first.getKey()));
  }
}
