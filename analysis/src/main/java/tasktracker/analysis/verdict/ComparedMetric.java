package tasktracker.analysis.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** A figure of a run by which architectures are compared. */
public enum ComparedMetric {
  /** Completed requests per second, failed ones included. */
  THROUGHPUT("throughput", "throughput_rps", "throughput", "requests/s", true, true, 0.25),
  /** Median latency. */
  P50("p50", "latency_p50_ms", "p50 latency", "ms", false, true, 0.4),
  /** 95th percentile of the latency. */
  P95("p95", "latency_p95_ms", "p95 latency", "ms", false, true, 0.4),
  /** 99th percentile of the latency. */
  P99("p99", "latency_p99_ms", "p99 latency", "ms", false, false, 0.4),
  /** Failed requests in percent of all. Compared by difference: a ratio to 0 does not exist. */
  ERROR_RATE("errors", "error_rate", "error rate", "%", false, true, 0),
  /** CPU time of the whole stack, databases included, per request. */
  CPU_PER_REQUEST("cpu", "cpu_ms_per_request", "CPU time per request", "ms", false, true, 0.25),
  /** Requests per vCPU-second in use: the reciprocal of the CPU time per request. */
  REQUESTS_PER_VCPU(
      "cpu_efficiency",
      "rps_per_cpu_unit",
      "requests per vCPU-second",
      "requests",
      true,
      false,
      0.25),
  /** Throughput by memory in use, in GB of 1024³ bytes. */
  REQUESTS_PER_GB(
      "memory_efficiency",
      "rps_per_gb_mem",
      "requests per second and GB",
      "requests/s",
      true,
      false,
      0.25),
  /** Memory of the whole stack, in GB of 1024³ bytes. */
  MEMORY("memory", "total_mem_gb", "memory", "GB", false, true, 0.05);

  private final String option;
  private final String key;
  private final String label;
  private final String unit;
  private final boolean higherIsBetter;
  private final boolean headline;
  private final double spread;

  ComparedMetric(
      String option,
      String key,
      String label,
      String unit,
      boolean higherIsBetter,
      boolean headline,
      double spread) {
    this.option = option;
    this.key = key;
    this.label = label;
    this.unit = unit;
    this.higherIsBetter = higherIsBetter;
    this.headline = headline;
    this.spread = spread;
  }

  /** The metric of that name, as options and objectives take it: short, or its key in files. */
  public static Optional<ComparedMetric> named(String name) {
    return Stream.of(values())
        .filter(metric -> metric.option.equals(name) || metric.key.equals(name))
        .findFirst();
  }

  /** The short name of options. */
  public String option() {
    return option;
  }

  /** The key in files. */
  @JsonValue
  public String key() {
    return key;
  }

  /** The name in sentences. */
  public String label() {
    return label;
  }

  /** The unit in sentences and tables. */
  public String unit() {
    return unit;
  }

  /** Whether more is better. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Whether the verdict's sentences may speak of it; these metrics form one family of claims. */
  public boolean headline() {
    return headline;
  }

  /**
   * How much runs of the same system, each on a deployment of its own, are taken to differ where
   * only one was made: the standard deviation of the logarithm, as measured (docs/methodology.md).
   */
  public double spreadOfRuns() {
    return spread;
  }

  /** Whether faster processors make it better: all but memory and errors. */
  public boolean followsCpuSpeed() {
    return this != MEMORY && this != ERROR_RATE;
  }

  /** Whether it is a percentile of latencies. */
  public boolean isLatency() {
    return this == P50 || this == P95 || this == P99;
  }

  /**
   * Which percentile of latencies it is.
   *
   * @throws IllegalStateException for another metric
   */
  public int percent() {
    return switch (this) {
      case P50 -> 50;
      case P95 -> 95;
      case P99 -> 99;
      default -> throw new IllegalStateException(key + " is no percentile");
    };
  }

  /** How two values are compared. */
  public Effect.Scale scale() {
    return this == ERROR_RATE ? Effect.Scale.DIFFERENCE : Effect.Scale.RATIO;
  }

  /** How far one value is above another, 0 where they are the same: as a logarithm for ratios. */
  public double distance(double baseline, double candidate) {
    return switch (scale()) {
      case RATIO -> Math.log(candidate / baseline);
      case DIFFERENCE -> candidate - baseline;
    };
  }
}
