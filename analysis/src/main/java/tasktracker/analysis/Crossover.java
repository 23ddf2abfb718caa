package tasktracker.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import tasktracker.analysis.compare.MeetingLines.Place;

/**
 * Where the means of two curves change their order.
 *
 * @param load where straight lines between the neighbouring levels meet
 * @param value the figure there
 * @param after the last tested level before the change
 * @param before the first tested level after it
 * @param acrossGap whether a level between those two lacks the figure, so that no line is there
 */
public record Crossover(double load, double value, double after, double before, boolean acrossGap) {

  /**
   * Finds every change of order between levels that both curves have. It interpolates between
   * tested levels and never looks beyond them. Curves that touch without changing their order do
   * not cross.
   */
  public static List<Crossover> between(Curve one, Curve other) {
    SortedMap<Double, OptionalDouble> others = means(other);
    List<Crossover> crossovers = new ArrayList<>();
    Place last = null;
    Place meeting = null;
    boolean gap = false;
    for (var mean : means(one).entrySet()) {
      OptionalDouble opposite = others.get(mean.getKey());
      if (opposite == null) {
        continue;
      }
      if (mean.getValue().isEmpty() || opposite.isEmpty()) {
        gap = true;
        continue;
      }
      double value = mean.getValue().getAsDouble();
      var here = new Place(mean.getKey(), value, opposite.getAsDouble() - value);
      if (here.difference() == 0) {
        meeting = meeting == null ? here : meeting;
        continue;
      }
      if (last != null && Math.signum(last.difference()) != Math.signum(here.difference())) {
        Place place = meeting == null ? last.meets(here) : meeting;
        crossovers.add(
            new Crossover(place.load(), place.baseline(), last.load(), here.load(), gap));
      }
      last = here;
      meeting = null;
      gap = false;
    }
    return crossovers;
  }

  private static SortedMap<Double, OptionalDouble> means(Curve curve) {
    SortedMap<Double, OptionalDouble> means = new TreeMap<>();
    curve.levels().forEach(level -> means.put(level.load(), level.mean()));
    return means;
  }
}
