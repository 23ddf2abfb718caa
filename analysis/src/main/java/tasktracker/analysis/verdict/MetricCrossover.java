package tasktracker.analysis.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import tasktracker.analysis.estimate.Estimate;

/**
 * Where, within the tested levels, the winner of a metric flips; never extrapolated.
 *
 * @param metric the metric
 * @param kind what was found
 * @param from the last level before the flip whose winner is decided; without a flip the lowest
 *     level
 * @param to the first one after it; without a flip the highest level
 * @param load users at the crossover, interpolated along straight lines between the levels, with an
 *     interval by resampling; null where there is none
 * @param value the metric at the crossover; null where there is none
 * @param leader who is ahead, below the crossover where there is one; null where nobody can be
 *     named
 * @param follower who is ahead above the crossover; null where there is none
 */
public record MetricCrossover(
    ComparedMetric metric,
    Kind kind,
    int from,
    int to,
    Estimate load,
    Double value,
    String leader,
    String follower) {

  /** What was found. */
  public enum Kind {
    /** The winner flips between two decided levels. */
    CROSSOVER,
    /** One architecture is ahead at every level. */
    AHEAD_THROUGHOUT,
    /** One architecture is ahead at some levels, and the others show no winner. */
    AHEAD_IN_PLACES,
    /** Equivalent at every level. */
    EQUIVALENT_THROUGHOUT,
    /** The intervals allow either. */
    UNDECIDED;

    /** The name as files spell it. */
    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
