package tasktracker.experiments.cli;

import java.util.Map;
import java.util.TreeMap;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.error.UsageException;

/** Metrics as options name them: short, or by their key in results. */
final class MetricNames {
  private static final Map<String, ComparedMetric> BY_NAME = new TreeMap<>();

  static {
    BY_NAME.put("throughput", ComparedMetric.THROUGHPUT);
    BY_NAME.put("p50", ComparedMetric.P50);
    BY_NAME.put("p95", ComparedMetric.P95);
    BY_NAME.put("p99", ComparedMetric.P99);
    BY_NAME.put("errors", ComparedMetric.ERROR_RATE);
    BY_NAME.put("cpu", ComparedMetric.CPU_PER_REQUEST);
    BY_NAME.put("memory", ComparedMetric.MEMORY);
    for (ComparedMetric metric : ComparedMetric.values()) {
      BY_NAME.put(metric.key(), metric);
    }
  }

  private MetricNames() {}

  /**
   * The metric of that name.
   *
   * @throws UsageException when there is none
   */
  static ComparedMetric parse(String name) {
    ComparedMetric metric = BY_NAME.get(name.strip());
    if (metric == null) {
      throw new UsageException(
          "--metric %s: use %s".formatted(name, String.join(", ", BY_NAME.keySet())));
    }
    return metric;
  }
}
