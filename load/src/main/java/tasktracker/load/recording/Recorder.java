package tasktracker.load.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Records the requests of one span of time, second by second. The {@code add} methods may be called
 * by any number of threads; {@link #collect} and {@link #finish} by one thread alone.
 */
public final class Recorder {
  /** How long a second stays open for requests that are told late. */
  public static final Duration GRACE = Duration.ofMillis(100);

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);
  private static final long SECOND_NANOS = 1_000_000_000;

  private final Stripe[] stripes;
  private final Instant start;
  private final long startNanos;
  private final FailureLog failures = new FailureLog();
  private final ErrorLog errors = new ErrorLog();
  private final LongAdder failureCount = new LongAdder();
  private final LongAdder reconnects = new LongAdder();
  private final LongAdder awaited = new LongAdder();
  private final DroppedArrivals dropped = new DroppedArrivals();
  private final List<Second> seconds = new ArrayList<>();
  private final Map<Endpoint, EndpointStatistics> totals = new TreeMap<>();

  /**
   * A recorder that begins at a moment, given in both clocks.
   *
   * @param startNanos the same moment in the time of {@link System#nanoTime()}
   * @param scheduled whether requests are due at times of their own, so that response and service
   *     times can differ
   */
  public Recorder(Instant start, long startNanos, boolean scheduled) {
    this.start = start;
    this.startNanos = startNanos;
    stripes = new Stripe[Runtime.getRuntime().availableProcessors()];
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new Stripe(scheduled);
    }
  }

  /**
   * Records a request, in the second in which it ended. All times are those of {@link
   * System#nanoTime()}.
   *
   * @param dueNanos when it was due
   * @param sentNanos when it was sent; the same where requests have no schedule
   * @param bytes size of the response body
   */
  public void add(
      Endpoint endpoint, Outcome outcome, long dueNanos, long sentNanos, long endNanos, int bytes) {
    long second = secondOf(endNanos);
    Stripe stripe = lockAny();
    try {
      stripe.tally(second, endpoint).add(outcome, endNanos - dueNanos, endNanos - sentNanos, bytes);
    } finally {
      stripe.unlock();
    }
  }

  /** Records why a request failed. */
  public void addFailure(
      Endpoint endpoint, Outcome outcome, String message, String example, long endNanos) {
    failureCount.increment();
    failures.add(endpoint, outcome, message, example, start.plusNanos(endNanos - startNanos));
  }

  /** Records an exception of the scenario. */
  public void addError(Throwable error) {
    errors.add(error);
  }

  /** Records that a connection was replaced which the server had closed between two requests. */
  public void addReconnect() {
    reconnects.increment();
  }

  /** Records that a request was still in flight at the end, and was awaited. */
  public void addAwaited() {
    awaited.increment();
  }

  /** Records that nobody could do what was due at this moment. */
  public void addDropped(long dueNanos) {
    dropped.add(secondOf(dueNanos));
  }

  /** Failed requests so far. */
  public long failures() {
    return failureCount.sum();
  }

  /**
   * Closes every second that is over, and its grace too.
   *
   * @param users running now
   */
  public void collect(long nowNanos, int users) {
    while (nowNanos - nanosAt(seconds.size() + 1) >= GRACE.toNanos()) {
      seconds.add(close(ONE_SECOND, users));
    }
  }

  /** The second that was closed last. */
  public Optional<Second> latest() {
    return seconds.isEmpty() ? Optional.empty() : Optional.of(seconds.getLast());
  }

  /** The seconds that were closed, from this number on. */
  public List<Second> since(int number) {
    return List.copyOf(seconds.subList(number, seconds.size()));
  }

  /**
   * Ends the recording; nothing may be added any more. Requests that ended after the end count in
   * the last second.
   */
  public Recording finish(long endNanos, int users) {
    Duration length = Duration.ofNanos(Math.max(0, endNanos - startNanos));
    Duration rest = length.minusSeconds(seconds.size());
    while (rest.isPositive()) {
      seconds.add(close(rest.compareTo(ONE_SECOND) < 0 ? rest : ONE_SECOND, users));
      rest = rest.minus(ONE_SECOND);
    }
    if (!seconds.isEmpty()) {
      seconds.add(withLateRequests(seconds.removeLast()));
    }
    for (int i = 0; i < seconds.size(); i++) {
      boolean last = i == seconds.size() - 1;
      seconds.set(i, seconds.get(i).withDropped(last ? dropped.from(i) : dropped.of(i)));
    }
    List<EndpointStatistics> endpoints = List.copyOf(totals.values());
    return new Recording(
        EndpointStatistics.aggregated(endpoints),
        endpoints,
        List.copyOf(seconds),
        failures.list(),
        errors.list(),
        reconnects.sum(),
        awaited.sum());
  }

  private Second close(Duration length, int users) {
    Instant begin = start.plusSeconds(seconds.size());
    long soFar = dropped.of(seconds.size());
    return Second.of(begin, length, users, soFar, closeOldest(new TreeMap<>()).values());
  }

  private Second withLateRequests(Second last) {
    Map<Endpoint, EndpointStatistics> endpoints = new TreeMap<>();
    last.endpoints().forEach(statistics -> endpoints.put(statistics.endpoint(), statistics));
    for (int i = 0; i < Stripe.OPEN_SECONDS; i++) {
      closeOldest(endpoints);
    }
    return Second.of(last.start(), last.length(), last.users(), last.dropped(), endpoints.values());
  }

  /** Adds what was counted in the oldest open second to the given sums and to the totals. */
  private Map<Endpoint, EndpointStatistics> closeOldest(
      Map<Endpoint, EndpointStatistics> endpoints) {
    for (Stripe stripe : stripes) {
      for (EndpointStatistics counted : stripe.closeOldest().drain()) {
        endpoints.merge(counted.endpoint(), counted, EndpointStatistics::plus);
        totals.merge(counted.endpoint(), counted, EndpointStatistics::plus);
      }
    }
    return endpoints;
  }

  private Stripe lockAny() {
    int first = stripes.length == 1 ? 0 : ThreadLocalRandom.current().nextInt(stripes.length);
    for (int i = 0; i < stripes.length; i++) {
      Stripe stripe = stripes[(first + i) % stripes.length];
      if (stripe.tryLock()) {
        return stripe;
      }
    }
    stripes[first].lock();
    return stripes[first];
  }

  private long secondOf(long nanos) {
    return Math.max(0, nanos - startNanos) / SECOND_NANOS;
  }

  private long nanosAt(long second) {
    return startNanos + second * SECOND_NANOS;
  }
}
