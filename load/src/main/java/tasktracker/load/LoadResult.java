package tasktracker.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Recording;
import tasktracker.load.watch.RunValidity;
import tasktracker.load.watch.SelfWatch;

/**
 * What a load test measured. Nothing of set-up, ramp-up or warm-up is in it.
 *
 * @param start begin of the measurement
 * @param end end of the measurement; earlier than planned when the test was stopped
 * @param stopped whether {@link LoadTest#stop()} ended the measurement early
 * @param selfWatch what the generator saw of itself in the same seconds
 * @param breakages what happened to the system under test that makes the run worthless, a sentence
 *     each
 */
public record LoadResult(
    LoadPlan plan,
    Instant start,
    Instant end,
    boolean stopped,
    Recording recording,
    SelfWatch selfWatch,
    List<String> breakages) {

  /** Copies the sentences. */
  public LoadResult {
    breakages = List.copyOf(breakages);
  }

  /** What the generator knows of a load test. */
  public LoadResult(
      LoadPlan plan,
      Instant start,
      Instant end,
      boolean stopped,
      Recording recording,
      SelfWatch selfWatch) {
    this(plan, start, end, stopped, recording, selfWatch, List.of());
  }

  /** This result with the endpoints of another one of the same seconds, which are in no total. */
  public LoadResult beside(LoadResult other) {
    return new LoadResult(
        plan, start, end, stopped, recording.beside(other.recording), selfWatch, breakages);
  }

  /** The same for a system of which this broke meanwhile. */
  public LoadResult brokenBy(List<String> more) {
    List<String> all = new ArrayList<>(breakages);
    all.addAll(more);
    return new LoadResult(plan, start, end, stopped, recording, selfWatch, all);
  }

  /** Length of the measurement. */
  public Duration length() {
    return Duration.between(start, end);
  }

  /** All endpoints together. */
  public EndpointStatistics aggregated() {
    return recording.aggregated();
  }

  /** Requests per second, failed ones included. */
  public double throughput() {
    return aggregated().requestsPerSecond(length());
  }

  /** Successful requests per second. */
  public double goodput() {
    return length().isZero() ? 0 : throughput() - aggregated().failuresPerSecond(length());
  }

  /** Arrivals that found no user to do them. */
  public long dropped() {
    return recording.dropped();
  }

  /** Requests in flight at the end of the measurement, which were awaited and count in it. */
  public long awaited() {
    return recording.awaited();
  }

  /** Connections that the server had closed between two requests, and that were replaced. */
  public long reconnects() {
    return recording.reconnects();
  }

  /**
   * Latencies beyond the range of the histogram: counted as its longest, with their exact maximum.
   */
  public long beyondRange() {
    return aggregated().latencies().beyondRange();
  }

  /** Whether a claim may rest on this run. */
  public RunValidity validity() {
    return RunValidity.of(selfWatch, recording, length()).brokenBy(breakages);
  }
}
