package tasktracker.experiments.experiment;

import java.time.Duration;
import java.util.Optional;
import tasktracker.experiments.result.Latency;
import tasktracker.experiments.result.RunFigures;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;

/** What a load test measured, as results files hold it. */
public final class LoadFigures {
  private LoadFigures() {}

  /** The figures of all endpoints together. */
  public static RunFigures of(LoadResult load) {
    EndpointStatistics all = load.aggregated();
    return RunFigures.of(
        all.requests(), all.failures(), load.length().toNanos() / 1e9, latency(all.latencies()));
  }

  /** A latency in milliseconds; {@code null} where there is none. */
  public static Double millis(Optional<Duration> latency) {
    return latency.map(value -> value.toNanos() / 1e6).orElse(null);
  }

  private static Latency latency(Latencies of) {
    return new Latency(
        millis(of.percentile(50)),
        millis(of.percentile(95)),
        millis(of.percentile(99)),
        millis(of.mean()),
        millis(of.min()),
        millis(of.max()));
  }
}
