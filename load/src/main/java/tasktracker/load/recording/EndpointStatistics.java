package tasktracker.load.recording;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Figures of one endpoint over a span of time.
 *
 * <p>Response time counts from the moment at which a request was due to the last byte of its
 * response, service time from the moment at which it was sent. Where a request is due when it is
 * sent, as in a closed model without pacing, the two are one and the same.
 *
 * @param contentBytes sum of the sizes of all response bodies; negative where nobody told them
 * @param successful response times of the requests that succeeded
 * @param failed response times of the requests that failed, until they did
 * @param failuresByOutcome number of failed requests by how they failed
 * @param service service times of all requests, where they can differ from response times
 */
public record EndpointStatistics(
    Endpoint endpoint,
    long contentBytes,
    Latencies successful,
    Latencies failed,
    Map<Outcome, Long> failuresByOutcome,
    Optional<Latencies> service) {

  /** Copies the map. */
  public EndpointStatistics {
    failuresByOutcome = Map.copyOf(failuresByOutcome);
  }

  /** No request at all. */
  public static EndpointStatistics none(Endpoint endpoint) {
    return new EndpointStatistics(
        endpoint, 0, Latencies.NONE, Latencies.NONE, Map.of(), Optional.empty());
  }

  /**
   * Latencies of all requests, failed ones included, as Locust reports them: response times, which
   * in a closed model without pacing are service times.
   */
  public Latencies latencies() {
    return successful.plus(failed);
  }

  /** Service times of all requests, failed ones included. */
  public Latencies serviceTimes() {
    return service.orElseGet(this::latencies);
  }

  /** All requests, failed ones included. */
  public long requests() {
    return successful.count() + failed.count();
  }

  /** Failed requests. */
  public long failures() {
    return failed.count();
  }

  /** Requests that ended like this. */
  public long count(Outcome outcome) {
    return outcome == Outcome.SUCCESS
        ? successful.count()
        : failuresByOutcome.getOrDefault(outcome, 0L);
  }

  /** Mean size of a response body in bytes, 0 without requests, NaN where nobody told it. */
  public double meanContentSize() {
    if (contentBytes < 0) {
      return Double.NaN;
    }
    return requests() == 0 ? 0 : (double) contentBytes / requests();
  }

  /** Share of failed requests from 0 to 1, 0 without requests. */
  public double errorRate() {
    return requests() == 0 ? 0 : (double) failures() / requests();
  }

  /** Requests per second over the given span, failed ones included. */
  public double requestsPerSecond(Duration span) {
    return perSecond(requests(), span);
  }

  /** Failures per second over the given span. */
  public double failuresPerSecond(Duration span) {
    return perSecond(failures(), span);
  }

  /** These figures and others taken together, under the endpoint of these. */
  public EndpointStatistics plus(EndpointStatistics other) {
    return new EndpointStatistics(
        endpoint,
        contentBytes + other.contentBytes,
        successful.plus(other.successful),
        failed.plus(other.failed),
        sum(failuresByOutcome, other.failuresByOutcome),
        service.isPresent() || other.service.isPresent()
            ? Optional.of(serviceTimes().plus(other.serviceTimes()))
            : Optional.empty());
  }

  /**
   * Some endpoints as one. Halves are added up, for adding thousands one after the other would copy
   * the sum each time.
   */
  static EndpointStatistics aggregated(List<EndpointStatistics> endpoints) {
    int size = endpoints.size();
    return size < 2
        ? endpoints.stream().reduce(none(Endpoint.AGGREGATED), EndpointStatistics::plus)
        : aggregated(endpoints.subList(0, size / 2))
            .plus(aggregated(endpoints.subList(size / 2, size)));
  }

  /** Two lists of endpoints as one, ordered by name. */
  static List<EndpointStatistics> sum(
      List<EndpointStatistics> some, List<EndpointStatistics> others) {
    Map<Endpoint, EndpointStatistics> sum = new TreeMap<>();
    some.forEach(each -> sum.put(each.endpoint(), each));
    others.forEach(each -> sum.merge(each.endpoint(), each, EndpointStatistics::plus));
    return List.copyOf(sum.values());
  }

  private static Map<Outcome, Long> sum(Map<Outcome, Long> some, Map<Outcome, Long> others) {
    if (others.isEmpty()) {
      return some;
    }
    Map<Outcome, Long> sum = new EnumMap<>(Outcome.class);
    sum.putAll(some);
    others.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
    return sum;
  }

  private static double perSecond(long count, Duration span) {
    return span.isZero() ? 0 : count * 1e9 / span.toNanos();
  }
}
