package tasktracker.experiments.cli;

import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.error.UsageException;

/** Service-level objectives as options. */
final class Objectives {
  private Objectives() {}

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
