package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.Objects;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.load.model.Durations;

/** How long a warm-up takes, as options: until the system is warm, or a time. */
final class WarmUpTime {
  private static final String AUTO = "auto";

  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      defaultValue = AUTO,
      description =
          "auto: until throughput and latency, and CPU time per request where it is known, have"
              + " stopped improving and JIT compilers use at most 10 %% of the CPU time; or a time,"
              + " such as 5s, from the first user to the measurement, which also waits until all"
              + " users run (${DEFAULT-VALUE}).")
  private String text = AUTO;

  @Option(
      names = "--warmup-limit",
      paramLabel = "TIME",
      description =
          "With --warmup auto: measure after this time at the latest (load: 120s; versus: 20s).")
  private Duration limit;

  /** Whether it ends when the system is warm. */
  boolean isAuto() {
    return text.equalsIgnoreCase(AUTO);
  }

  /**
   * The least time from the first user to the measurement.
   *
   * @param usual that of a warm-up which ends by itself
   * @param usualLimit its limit where none is given; a shorter limit is also the least time
   * @throws UsageException naming the option that cannot be used as given
   */
  Duration least(Duration usual, Duration usualLimit) {
    Duration most = limit(usualLimit);
    if (isAuto()) {
      return most.compareTo(usual) < 0 ? most : usual;
    }
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--warmup %s: use auto, or a time such as 5s".formatted(text), e);
    }
  }

  /**
   * The limit of a warm-up that ends by itself.
   *
   * @throws UsageException when it cannot be used as given
   */
  Duration limit(Duration usual) {
    Duration given = Objects.requireNonNullElse(limit, usual);
    UsageException.unless(given.isPositive(), "--warmup-limit: use a time above 0, such as 20s");
    return given;
  }
}
