package tasktracker.experiments.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.error.UsageException;

/** Metrics as options name them: short, or by their key in results. */
final class MetricNames {
  private MetricNames() {}

  /**
   * The metric of that name.
   *
   * @param option the option that has it, for the message
   * @throws UsageException when there is none
   */
  static ComparedMetric parse(String option, String name) {
    return ComparedMetric.named(name.strip())
        .orElseThrow(() ->
            new UsageException(
                "%s %s: use %s"
                    .formatted(
                        option,
                        name,
                        Stream.of(ComparedMetric.values())
                            .map(ComparedMetric::option)
                            .collect(Collectors.joining(", ")))));
  }
}
