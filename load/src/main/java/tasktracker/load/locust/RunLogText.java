package tasktracker.load.locust;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Failures;
import tasktracker.load.recording.Latencies;

/** {@code locust.log}: what was run and what came of it, for people. */
final class RunLogText {
  private static final String COLUMNS = "%-8s %-40s %10s %8s %10s %10s %10s %10s %10s\n";

  private final StringBuilder text = new StringBuilder();

  private RunLogText() {}

  static String of(LoadResult result) {
    RunLogText log = new RunLogText();
    LoadPlan plan = result.plan();
    log.line(result.start(), "Scenario %s, %s".formatted(plan.scenario().name(), plan.model()));
    log.line(result.start(), "Measuring %s, seed %d".formatted(plan.target(), plan.seed()));
    log.line(result.end(), result.stopped() ? "Stopped early" : "Measurement complete");
    log.table(result);
    for (Failures failures : result.recording().failures()) {
      log.line(
          failures.lastSeen(),
          "%d × %s %s: %s, for example: %s"
              .formatted(
                  failures.count(),
                  failures.endpoint().method(),
                  failures.endpoint().name(),
                  failures.message(),
                  failures.example().strip()));
    }
    log.line(result.end(), "Reconnects: " + result.recording().reconnects());
    return log.text.toString();
  }

  private void line(Instant at, String message) {
    text.append('[').append(at).append("] INFO: ").append(message).append('\n');
  }

  private void table(LoadResult result) {
    text.append(
        COLUMNS.formatted(
            "Type", "Name", "# reqs", "# fails", "req/s", "Avg ms", "p50 ms", "p95 ms", "p99 ms"));
    result.recording().endpoints().forEach(statistics -> row(statistics, result.length()));
    row(result.aggregated(), result.length());
  }

  private void row(EndpointStatistics statistics, Duration length) {
    Latencies latencies = statistics.latencies();
    text.append(
        COLUMNS.formatted(
            statistics.endpoint().method(),
            statistics.endpoint().name(),
            statistics.requests(),
            statistics.failures(),
            String.format(Locale.ROOT, "%.1f", statistics.requestsPerSecond(length)),
            millis(latencies.mean()),
            millis(latencies.percentile(50)),
            millis(latencies.percentile(95)),
            millis(latencies.percentile(99))));
  }

  private static String millis(Optional<Duration> latency) {
    return latency
        .map(value -> String.format(Locale.ROOT, "%.2f", value.toNanos() / 1e6))
        .orElse("N/A");
  }
}
