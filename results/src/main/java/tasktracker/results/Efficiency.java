package tasktracker.results;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Throughput in proportion to what it took.
 *
 * @param throughputPerCpu requests per second and vCPU in use
 * @param throughputPerGb requests per second and GB (1024³ bytes) in use
 * @param cpuUnits vCPUs in use: the sum of the CPU percentages / 100
 * @param memoryGb memory in use in GB
 */
public record Efficiency(
    @JsonProperty("rps_per_cpu_unit") Double throughputPerCpu,
    @JsonProperty("rps_per_gb_mem") Double throughputPerGb,
    @JsonProperty("total_cpu_units") Double cpuUnits,
    @JsonProperty("total_mem_gb") Double memoryGb) {

  /** Drops non-finite quotients of older files. */
  public Efficiency {
    throughputPerCpu = Numbers.finite(throughputPerCpu);
    throughputPerGb = Numbers.finite(throughputPerGb);
    cpuUnits = Numbers.finite(cpuUnits);
    memoryGb = Numbers.finite(memoryGb);
  }

  /** Divides a throughput in requests per second by mean CPU and mean memory. */
  public static Efficiency of(Double throughput, Resources.Totals totals) {
    Double cpu = totals.avgCpuPercent() == null ? null : totals.avgCpuPercent() / 100;
    return new Efficiency(
        quotient(throughput, cpu), quotient(throughput, totals.avgMemGb()), cpu, totals.avgMemGb());
  }

  private static Double quotient(Double dividend, Double divisor) {
    return dividend == null || divisor == null || divisor == 0 ? null : dividend / divisor;
  }
}
