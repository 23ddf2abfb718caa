package tasktracker.experiments.cli;

import java.time.Duration;
import tasktracker.error.UsageException;
import tasktracker.load.model.Durations;

/** Durations of options, with their unit: {@code 90s}, {@code 45m}, {@code 2h}. */
final class TimeSpans {
  private TimeSpans() {}

  /**
   * Reads a time above 0.
   *
   * @throws UsageException naming the option
   */
  static Duration parse(String option, String text) {
    try {
      Duration time = Durations.parse(text);
      if (time.isPositive()) {
        return time;
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s %s: use a time such as 45m or 2h".formatted(option, text), e);
    }
    throw new UsageException("%s %s: use a time above 0, such as 45m".formatted(option, text));
  }
}
