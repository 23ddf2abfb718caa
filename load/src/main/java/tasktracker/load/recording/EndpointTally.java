package tasktracker.load.recording;

/** Counts the requests of one endpoint while they come in. Not thread-safe. */
final class EndpointTally {
  private final Endpoint endpoint;
  private final Tally successes = new Tally();
  private Tally failures;
  private long contentBytes;

  EndpointTally(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  void add(long nanos, int contentSize, boolean failed) {
    contentBytes += contentSize;
    if (!failed) {
      successes.add(nanos);
      return;
    }
    if (failures == null) {
      failures = new Tally();
    }
    failures.add(nanos);
  }

  /** What was counted; counting begins anew. */
  EndpointStatistics drain() {
    EndpointStatistics drained =
        new EndpointStatistics(
            endpoint,
            contentBytes,
            successes.drain(),
            failures == null ? Latencies.NONE : failures.drain());
    contentBytes = 0;
    return drained;
  }
}
