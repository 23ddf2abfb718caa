package tasktracker.analysis.recovery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Several timings of the same thing. With an even number of them, the median is the upper of the
 * two in the middle, so that it is one that was seen. Of a censored one only a lower bound is
 * known: where one ranks at or below the median, or anywhere for the longest, these are lower
 * bounds too.
 *
 * @param count how many there are
 * @param median the one in the middle
 * @param least the shortest
 * @param most the longest
 */
public record TimingSummary(int count, Timing median, Timing least, Timing most) {

  /** Sums up; empty without any timing. */
  public static Optional<TimingSummary> of(Collection<Timing> timings) {
    if (timings.isEmpty()) {
      return Optional.empty();
    }
    List<Timing> sorted = timings.stream().sorted().toList();
    int count = sorted.size();
    return Optional.of(
        new TimingSummary(
            count, ranked(sorted, count / 2), sorted.getFirst(), ranked(sorted, count - 1)));
  }

  private static Timing ranked(List<Timing> sorted, int place) {
    Timing timing = sorted.get(place);
    return sorted.subList(0, place).stream().anyMatch(Timing::censored)
        ? Timing.moreThan(timing.length())
        : timing;
  }

  /** Such as {@code 1.8 s}, or {@code 1.8 s (1.2 s to > 3.0 s, n = 5)}. */
  @Override
  public String toString() {
    return count == 1
        ? median.toString()
        : "%s (%s to %s, n = %d)".formatted(median, least, most, count);
  }
}
