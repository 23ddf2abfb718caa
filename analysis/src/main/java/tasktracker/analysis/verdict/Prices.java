package tasktracker.analysis.verdict;

/**
 * What computing costs, as a user says; there are no prices by default.
 *
 * @param currency as it is to be shown, such as {@code EUR}
 * @param vcpuHour price of one vCPU for an hour
 * @param gbHour price of one GB (1024³ bytes) of memory for an hour
 */
public record Prices(String currency, double vcpuHour, double gbHour) {

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException if the currency is absent or a price negative
   */
  public Prices {
    if (currency == null || currency.isBlank()) {
      throw new IllegalArgumentException("currency is missing");
    }
    if (!(vcpuHour >= 0) || !(gbHour >= 0)) {
      throw new IllegalArgumentException("vcpu_hour and gb_hour must not be negative");
    }
  }

  /**
   * The price of a million requests, as one run shows it.
   *
   * @param cpuMs CPU time of one request in ms
   * @param memoryGb memory in use
   * @param throughput requests per second
   */
  public RequestPrice perMillion(
      String architecture, int concurrency, double cpuMs, double memoryGb, double throughput) {
    double cpu = 1e6 * cpuMs / 1e3 / 3600 * vcpuHour;
    double memory = 1e6 * memoryGb / throughput / 3600 * gbHour;
    return new RequestPrice(architecture, concurrency, currency, cpu + memory, cpu, memory, null);
  }
}
