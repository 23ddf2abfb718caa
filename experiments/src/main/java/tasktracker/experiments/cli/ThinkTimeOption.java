package tasktracker.experiments.cli;

import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;

/** How long users of a closed model think, as an option. */
final class ThinkTimeOption {
  private static final String USUAL = "50ms-150ms";

  @Option(
      names = "--think-time",
      paramLabel = "TIME",
      description =
          "Think time: pause of a virtual user between two tasks: 1s, 50ms-150ms (uniform), exp(100ms), or 0"
              + " (that of the scenario file, else 50ms-150ms; 0 without a scenario).")
  private String text;

  /** The think time where neither options nor the scenario say one. */
  static ThinkTime usual() {
    return parse(USUAL);
  }

  /**
   * The think time that was asked for, that of the scenario, or the usual one.
   *
   * @param scenario null where the same request is sent over and over: nobody thinks
   * @throws UsageException when it is none
   */
  ThinkTime value(Scenario scenario) {
    if (text != null) {
      return parse(text);
    }
    return scenario == null
        ? ThinkTime.NONE
        : scenario.thinkTime().orElseGet(ThinkTimeOption::usual);
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
