package tasktracker.experiments.cli;

import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.load.model.ThinkTime;

/** How long users of a closed model think, as an option. */
final class ThinkTimeOption {
  @Option(
      names = "--think-time",
      paramLabel = "TIME",
      description =
          "Pause of a user between two requests: 1s, 50ms-150ms (uniform), exp(100ms), or 0"
              + " (${DEFAULT-VALUE}).")
  private String text = "50ms-150ms";

  /**
   * The think time.
   *
   * @throws UsageException when it is none
   */
  ThinkTime value() {
    return parse(text);
  }

  /**
   * Reads a think time that was given as {@code --think-time}.
   *
   * @throws UsageException when it is none
   */
  static ThinkTime parse(String text) {
    try {
      return ThinkTime.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--think-time %s: %s".formatted(text, e.getMessage()), e);
    }
  }
}
