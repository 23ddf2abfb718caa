package tasktracker.load.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What another generator did in one second. Not thread-safe. */
final class ForeignSecond {
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final Map<Endpoint, EndpointTally> endpoints = new HashMap<>(4);
  private final Map<Endpoint, EndpointStatistics> counted = new TreeMap<>();
  private FailureLog failures;
  private long iterations;
  private long dropped;
  private int users = -1;

  /** Returns whether the endpoint is new to this second. */
  boolean add(Endpoint endpoint, Outcome outcome, long nanos, long bytes) {
    EndpointTally tally = endpoints.get(endpoint);
    boolean isNew = tally == null;
    if (isNew) {
      tally = new EndpointTally(endpoint, false, CompactTally::new);
      endpoints.put(endpoint, tally);
    }
    tally.add(outcome, nanos, nanos, bytes);
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
    endpoints.forEach(
        (endpoint, tally) -> counted.merge(endpoint, tally.drain(), EndpointStatistics::plus));
    return Second.of(
        Instant.ofEpochSecond(epochSecond), ONE_SECOND, running, dropped, counted.values());
  }
}
