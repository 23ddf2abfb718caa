package tasktracker.load.recording;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts the requests of one endpoint while they come in. Not thread-safe. */
final class EndpointTally {
  private final Endpoint endpoint;
  private final Supplier<Tally> tallies;
  private final Tally successes;
  private final Tally service;
  private final Map<Outcome, Long> failuresByOutcome = new EnumMap<>(Outcome.class);
  private Tally failures;
  private long contentBytes;

  /**
   * @param scheduled whether response and service times can differ
   * @param tallies makes what counts
   */
  EndpointTally(Endpoint endpoint, boolean scheduled, Supplier<Tally> tallies) {
    this.endpoint = endpoint;
    this.tallies = tallies;
    this.successes = tallies.get();
    this.service = scheduled ? tallies.get() : null;
  }

  void add(Outcome outcome, long responseNanos, long serviceNanos, long contentSize) {
    contentBytes += contentSize;
    if (service != null) {
      service.add(serviceNanos);
    }
    if (outcome == Outcome.SUCCESS) {
      successes.add(responseNanos);
    } else {
      addFailure(outcome, responseNanos);
    }
  }

  private void addFailure(Outcome outcome, long nanos) {
    if (failures == null) {
      failures = tallies.get();
    }
    failures.add(nanos);
    failuresByOutcome.merge(outcome, 1L, Long::sum);
  }

  /** What was counted; counting begins anew. */
  EndpointStatistics drain() {
    EndpointStatistics drained =
        new EndpointStatistics(
            endpoint,
            contentBytes,
            successes.drain(),
            failures == null ? Latencies.NONE : failures.drain(),
            failuresByOutcome,
            service == null ? Optional.empty() : Optional.of(service.drain()));
    contentBytes = 0;
    failuresByOutcome.clear();
    return drained;
  }
}
