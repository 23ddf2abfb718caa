package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.stack.resource.Usage;
import tools.jackson.databind.json.JsonMapper;

class EngineStatisticsTest {
  private static final String ANSWER =
      """
      {"cpu_stats": {"cpu_usage": {"total_usage": 1500000000}, "throttling_data": {"throttled_time": 250000000}},
       "precpu_stats": {"cpu_usage": {"total_usage": 0}},
       "memory_stats": {"usage": 5000, "limit": 8000, "stats": {%s}},
       "networks": {"eth0": {"rx_bytes": 1000, "tx_bytes": 3000}, "eth1": {"rx_bytes": 24, "tx_bytes": 72}}}
      """;

  @Test
  void readsVersion1() {
    assertThat(parse(ANSWER.formatted("\"inactive_file\": 7, \"total_inactive_file\": 2000")))
        .isEqualTo(
            new Usage(
                0,
                Duration.ofMillis(1500),
                3000L,
                8000L,
                1024L,
                3072L,
                Duration.ofMillis(250),
                null));
  }

  @Test
  void readsVersion2() {
    assertThat(parse(ANSWER.formatted("\"inactive_file\": 2000")).memory()).isEqualTo(3000L);
  }

  @Test
  void knowsOfNoNetworkWhereTheContainerHasNone() {
    Usage usage = parse("{\"cpu_stats\": {}, \"memory_stats\": {\"usage\": 1}}");

    assertThat(usage.received()).isNull();
    assertThat(usage.sent()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-08T22:57:31.547920715Z, 2026-01-08T22:57:31.547920715Z",
    "0001-01-01T00:00:00Z,"
  })
  void takesTheTimeFromTheEngineThatReadTheCounters(String read, Instant time) {
    assertThat(parse("{\"read\": \"%s\", \"cpu_stats\": {}}".formatted(read)).read())
        .isEqualTo(time);
  }

  private static Usage parse(String json) {
    return EngineStatistics.parse(new JsonMapper().readTree(json));
  }
}
