package tasktracker.experiments.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.experiments.analysis.seconds.Mser;
import tasktracker.experiments.resource.UsageSource;
import tasktracker.load.Progress;

/**
 * Sees whether a warm-up has reached the steady state: the marginal standard error rule would cut
 * no more than half of the seconds so far, of throughput and of p95 latency.
 */
final class WarmUpWatch {
  /** The rule leaves five values in any case; fewer than three times as many tell it nothing. */
  private static final int FEWEST_SECONDS = 15;

  private final Duration least;
  private final Duration limit;
  private final List<Double> throughputs = new ArrayList<>();
  private final List<Double> latencies = new ArrayList<>();

  /**
   * A watch that has seen nothing.
   *
   * @param usage what the stack uses
   * @param least time with all users before which nothing is warm
   * @param limit time with all users after which it is called warm whatever it shows
   */
  WarmUpWatch(Optional<UsageSource> usage, Duration least, Duration limit) {
    this.least = least;
    this.limit = limit;
  }

  /** A second of the warm-up, in which all users run. */
  void second(Progress progress) {
    throughputs.add(progress.requestsPerSecond());
    progress.p95().ifPresent(p95 -> latencies.add(p95.toNanos() / 1e6));
  }

  boolean isWarm() {
    Duration seen = Duration.ofSeconds(throughputs.size());
    return seen.compareTo(limit) >= 0
        || (seen.compareTo(least) >= 0 && isSteady(throughputs) && isSteady(latencies));
  }

  private static boolean isSteady(List<Double> series) {
    return series.size() >= FEWEST_SECONDS
        && Mser.of(series.stream().mapToDouble(Double::doubleValue).toArray()).isSteady();
  }
}
