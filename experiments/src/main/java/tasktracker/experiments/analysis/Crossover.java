package tasktracker.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the means of two curves change their order.
 *
 * @param load where straight lines between the neighbouring levels meet
 * @param value the figure there
 * @param after the last tested level before the change
 * @param before the first tested level after it
 */
public record Crossover(double load, double value, double after, double before) {

  /**
   * Finds every change of order between levels that both curves have. It interpolates between
   * tested levels and never looks beyond them. Curves that touch without changing their order do
   * not cross.
   */
  public static List<Crossover> between(Curve one, Curve other) {
    Map<Double, Double> others = means(other);
    List<Crossover> crossovers = new ArrayList<>();
    Difference last = null;
    Difference meeting = null;
    for (var mean : means(one).entrySet()) {
      Double opposite = others.get(mean.getKey());
      if (opposite == null) {
        continue;
      }
      var here = new Difference(mean.getKey(), mean.getValue(), mean.getValue() - opposite);
      if (here.difference == 0) {
        meeting = meeting == null ? here : meeting;
        continue;
      }
      if (last != null && Math.signum(last.difference) != Math.signum(here.difference)) {
        crossovers.add(meeting == null ? last.meets(here) : last.meetsAt(meeting, here));
      }
      last = here;
      meeting = null;
    }
    return crossovers;
  }

  private static Map<Double, Double> means(Curve curve) {
    Map<Double, Double> means = new TreeMap<>();
    curve.levels().forEach(level -> level.mean().ifPresent(mean -> means.put(level.load(), mean)));
    return means;
  }

  private record Difference(double load, double value, double difference) {

    Crossover meets(Difference next) {
      double share = difference / (difference - next.difference);
      return new Crossover(
          load + share * (next.load - load), value + share * (next.value - value), load, next.load);
    }

    Crossover meetsAt(Difference meeting, Difference next) {
      return new Crossover(meeting.load, meeting.value, load, next.load);
    }
  }
}
