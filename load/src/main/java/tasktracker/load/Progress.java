package tasktracker.load;

import java.time.Duration;
import java.util.Optional;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Second;
import tasktracker.load.watch.WatchedSecond;

/**
 * A glance at a running load test, for people.
 *
 * @param users running now; in set-up those that are prepared
 * @param latest the last full second of the phase; empty before there is one
 * @param failures failed requests of the measurement so far
 * @param remaining time until the end of the measurement; an estimate before it begins
 * @param generator what the generator saw of itself in its last full second; empty before there is
 *     one, and where several processes generate
 */
public record Progress(
    Phase phase,
    int users,
    Optional<Second> latest,
    long failures,
    Duration remaining,
    Optional<WatchedSecond> generator) {

  /** Requests per second of the last full second. */
  public double requestsPerSecond() {
    return latest.map(s -> s.aggregated().requestsPerSecond(s.length())).orElse(0.0);
  }

  /** Latencies of the last full second. */
  public Latencies latencies() {
    return latest.map(second -> second.aggregated().latencies()).orElse(Latencies.NONE);
  }

  /** p95 of the last full second; empty without requests. */
  public Optional<Duration> p95() {
    return latencies().percentile(95);
  }
}
