package tasktracker.stack.docker;

import java.time.Duration;
import java.time.Instant;
import tasktracker.stack.resource.Usage;
import tools.jackson.databind.JsonNode;

/** Reads the statistics of the Engine API, of control groups version 1 and 2. */
final class EngineStatistics {
  private EngineStatistics() {}

  static Usage parse(JsonNode json) {
    JsonNode cpu = json.path("cpu_stats");
    JsonNode memory = json.path("memory_stats");
    JsonNode networks = json.path("networks");
    return new Usage(
        0,
        Duration.ofNanos(cpu.path("cpu_usage").path("total_usage").asLong()),
        memory.path("usage").asLong() - inactiveFile(memory.path("stats")),
        memory.path("limit").asLong(),
        networks.isObject() ? sum(networks, "rx_bytes") : null,
        networks.isObject() ? sum(networks, "tx_bytes") : null,
        Duration.ofNanos(cpu.path("throttling_data").path("throttled_time").asLong()),
        read(json.path("read").asString("")));
  }

  /** Engines that tell no time leave it out, or write the year 1. */
  private static Instant read(String time) {
    return time.isEmpty() || time.startsWith("0001") ? null : Instant.parse(time);
  }

  private static long inactiveFile(JsonNode statistics) {
    return statistics
        .path("total_inactive_file")
        .asLong(statistics.path("inactive_file").asLong(0));
  }

  private static long sum(JsonNode networks, String counter) {
    return networks.valueStream().mapToLong(network -> network.path(counter).asLong()).sum();
  }
}
