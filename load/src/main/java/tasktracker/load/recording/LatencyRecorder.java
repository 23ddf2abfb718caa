package tasktracker.load.recording;

/** Records latencies that belong to no endpoint. Thread-safe. */
public final class LatencyRecorder {
  private final Tally tally = new HistogramTally();

  /** Records one latency. */
  public synchronized void add(long nanos) {
    tally.add(nanos);
  }

  /** What was recorded; recording begins anew. */
  public synchronized Latencies drain() {
    return tally.drain();
  }
}
