package tasktracker.experiments.cli;

import java.time.Duration;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.experiments.MeasuringPlan;

/** When a warm-up ends, as options. */
final class WarmUpOptions {
  @Option(
      names = "--warmup",
      paramLabel = "MODE",
      defaultValue = "auto",
      description =
          "auto: until the system is warm, that is its CPU time per request, throughput and latency"
              + " have stopped improving and JIT compilers use at most 10 %% of its CPU time; fixed: as long as --warmup-seconds says"
              + " (${DEFAULT-VALUE}).")
  private Mode mode = Mode.AUTO;

  @Option(
      names = "--warmup-limit",
      paramLabel = "TIME",
      defaultValue = "120s",
      description =
          "With --warmup auto: measure after this time at the latest, and say that the system was"
              + " not seen to be warm (${DEFAULT-VALUE}).")
  private Duration limit = Duration.ofMinutes(2);

  /** What ends a warm-up. */
  enum Mode {
    FIXED,
    AUTO
  }

  /** Whether it ends when the system is warm. */
  boolean isAuto() {
    return mode == Mode.AUTO;
  }

  /**
   * The longest warm-up.
   *
   * @param least least warm-up, which may be longer than the limit
   * @throws UsageException when the limit cannot be used
   */
  Duration limit(Duration least) {
    UsageException.unless(
        limit.isPositive(), "--warmup-limit %s: use a time above 0, such as 120s", limit);
    return !isAuto() || limit.compareTo(least) < 0 ? least : limit;
  }

  /** A plan with such warm-ups. */
  MeasuringPlan applyTo(MeasuringPlan plan, Duration least) {
    return isAuto() ? plan.warmingUpWithin(limit(least)) : plan;
  }
}
