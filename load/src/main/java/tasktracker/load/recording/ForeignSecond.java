package tasktracker.load.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What another generator did in one second. Not thread-safe. */
final class ForeignSecond {
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final Map<Endpoint, Counts> endpoints = new HashMap<>(4);
  private FailureLog failures;
  private long iterations;
  private long dropped;
  private int users = -1;

  /** The requests of one endpoint. */
  private static final class Counts {
    private final CompactTally successful = new CompactTally();
    private final Map<Outcome, Long> failuresByOutcome = new EnumMap<>(Outcome.class);
    private CompactTally failed;
    private long contentBytes;

    void add(Outcome outcome, long nanos, long bytes) {
      contentBytes += bytes;
      if (outcome == Outcome.SUCCESS) {
        successful.add(nanos);
        return;
      }
      if (failed == null) {
        failed = new CompactTally();
      }
      failed.add(nanos);
      failuresByOutcome.merge(outcome, 1L, Long::sum);
    }

    EndpointStatistics of(Endpoint endpoint) {
      return new EndpointStatistics(
          endpoint,
          contentBytes,
          successful.latencies(),
          failed == null ? Latencies.NONE : failed.latencies(),
          failuresByOutcome,
          Optional.empty());
    }
  }

  /** Returns whether the endpoint is new to this second. */
  boolean add(Endpoint endpoint, Outcome outcome, long nanos, long bytes) {
    Counts counts = endpoints.get(endpoint);
    boolean isNew = counts == null;
    if (isNew) {
      counts = new Counts();
      endpoints.put(endpoint, counts);
    }
    counts.add(outcome, nanos, bytes);
    return isNew;
  }

  void addFailure(Failures failure) {
    if (failures == null) {
      failures = new FailureLog();
    }
    failures.add(failure);
  }

  void addIterations(long count) {
    iterations += count;
  }

  void addDropped(long count) {
    dropped += count;
  }

  /** Of several numbers in a second the highest counts. */
  void users(int running) {
    users = Math.max(users, running);
  }

  /** Whether anybody did anything, or was there to do it. */
  boolean isActive() {
    return users > 0 || iterations > 0 || dropped > 0 || !endpoints.isEmpty();
  }

  /** Empty where nothing was said of them in this second. */
  Optional<Integer> users() {
    return users < 0 ? Optional.empty() : Optional.of(users);
  }

  long iterations() {
    return iterations;
  }

  List<Failures> failures() {
    return failures == null ? List.of() : failures.list();
  }

  Second toSecond(long epochSecond, int running) {
    Map<Endpoint, EndpointStatistics> statistics = new TreeMap<>();
    endpoints.forEach((endpoint, counts) -> statistics.put(endpoint, counts.of(endpoint)));
    return new Second(
        Instant.ofEpochSecond(epochSecond),
        ONE_SECOND,
        running,
        dropped,
        statistics.values().stream()
            .reduce(EndpointStatistics.none(Endpoint.AGGREGATED), EndpointStatistics::plus),
        List.copyOf(statistics.values()));
  }
}
