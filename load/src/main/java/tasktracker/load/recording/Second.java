package tasktracker.load.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Figures of the requests that ended within one second of the measurement. The last second also
 * holds those that were still in flight at its end, as the first lacks those of the warm-up.
 *
 * @param start begin of the second
 * @param length one second, or what was left of the measurement
 * @param users running at the end of the second
 * @param dropped arrivals due in this second that found no user to do them
 * @param aggregated all endpoints together
 * @param endpoints those with requests in this second, ordered by name
 */
public record Second(
    Instant start,
    Duration length,
    int users,
    long dropped,
    EndpointStatistics aggregated,
    List<EndpointStatistics> endpoints) {

  /** A second of these endpoints, ordered by name. */
  static Second of(
      Instant start,
      Duration length,
      int users,
      long dropped,
      Collection<EndpointStatistics> endpoints) {
    List<EndpointStatistics> all = List.copyOf(endpoints);
    return new Second(start, length, users, dropped, EndpointStatistics.aggregated(all), all);
  }

  /** The same second as two generators saw it, under the begin of the first. */
  public Second plus(Second other) {
    return new Second(
        start,
        length.compareTo(other.length) < 0 ? other.length : length,
        users + other.users,
        dropped + other.dropped,
        aggregated.plus(other.aggregated),
        EndpointStatistics.sum(endpoints, other.endpoints));
  }

  /** This second with the endpoints of another beside its own, under the figures of this one. */
  Second beside(Second other) {
    return new Second(
        start,
        length,
        users,
        dropped,
        aggregated,
        EndpointStatistics.sum(endpoints, other.endpoints));
  }

  Second withDropped(long arrivals) {
    return new Second(start, length, users, arrivals, aggregated, endpoints);
  }
}
