package tasktracker.experiments.cli;

import picocli.CommandLine.Option;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.error.UsageException;

/** Service-level objectives as options. */
final class Objectives {
  @Option(
      names = "--slo",
      paramLabel = "BOUNDS",
      description =
          "Judge every system by an objective such as 'p95<200ms,error_rate<1%%', of one endpoint"
              + " 'checkout: p95<300ms', in every window '... every 10s'; several with ';'. With"
              + " several levels, also find the number of users served within it.")
  private String text;

  /**
   * As they were given; null without any.
   *
   * @throws UsageException with what is wrong and what would be right
   */
  String checked() {
    if (text != null) {
      parse(text);
    }
    return text;
  }

  /**
   * Reads the value of {@code --slo}.
   *
   * @throws UsageException with what is wrong and what would be right
   */
  static ServiceLevelObjective parse(String text) {
    try {
      return ServiceLevelObjective.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--slo %s: %s".formatted(text, e.getMessage()), e);
    }
  }
}
