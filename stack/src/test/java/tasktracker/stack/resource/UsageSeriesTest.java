package tasktracker.stack.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.results.Resources;

class UsageSeriesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<Reading> readings = new ArrayList<>();

  @Test
  void averagesOverTheWholeWindowAndKeepsThePeak() {
    add(usage(1000, 0));
    add(usage(1200, 0));
    add(usage(2000, 500));

    Resources.Summary summary = summary();

    assertThat(summary.avgCpuPercent()).isCloseTo(50, within(1e-9));
    assertThat(summary.peakCpuPercent()).isCloseTo(80, within(1e-9));
    assertThat(summary.throttledS()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "0, 0"})
  void addsUpBothLivesOfAnInstanceThatWasStartedAnew(long first, long second) {
    add(usage(first, 1000, 0));
    add(usage(first, 1400, 0));
    add(null);
    add(usage(second, 100, 0));
    add(usage(second, 300, 0));

    assertThat(summary().avgCpuPercent()).isCloseTo(100 * (0.4 + 0.1 + 0.2) / 4, within(1e-9));
  }

  @Test
  void countsNothingWhereTheSameProcessLostWhatAChildHadUsed() {
    add(usage(1000, 0));
    add(usage(700, 0));
    add(usage(900, 0));

    assertThat(summary().avgCpuPercent()).isCloseTo(100 * 0.2 / 2, within(1e-9));
  }

  @Test
  void countsAnotherProcessFromItsBeginEvenIfItUsedMore() {
    add(usage(1000, 0));
    add(new Usage(2, Duration.ofMillis(1500), 64L, 128L, 1L, 2L, null, null));

    assertThat(summary().avgCpuPercent()).isCloseTo(150, within(1e-9));
  }

  @Test
  void hasNoAverageOfAnInstanceThatDidNotRunAtTheEnd() {
    add(usage(1000, 0));
    add(usage(1400, 0));
    add(null);

    assertThat(summary().avgCpuPercent()).isNull();
    assertThat(summary().throttledS()).isNull();
    assertThat(summary().peakCpuPercent()).isCloseTo(40, within(1e-9));
    assertThat(summary().avgMemBytes()).isEqualTo(64.0);
  }

  /** Asked for at seconds 0 and 1, but read at seconds 0 and 3. */
  @Test
  void dividesByTheTimeBetweenTheMomentsAtWhichTheCountersWereRead() {
    add(readAt(0, 1000));
    add(readAt(3, 2500));

    assertThat(summary().avgCpuPercent()).isCloseTo(50, within(1e-9));
    assertThat(summary().peakCpuPercent()).isCloseTo(50, within(1e-9));
  }

  private static Usage readAt(long second, long cpuMillis) {
    Duration cpu = Duration.ofMillis(cpuMillis);
    return new Usage(0, cpu, 64L, 128L, 1L, 2L, Duration.ZERO, Instant.ofEpochSecond(second));
  }

  private void add(Usage usage) {
    long nanos = readings.size() * SECOND.toNanos();
    readings.add(
        new Reading(
            Instant.ofEpochSecond(0, nanos), nanos, usage == null ? Map.of() : Map.of("a", usage)));
  }

  private static Usage usage(long cpuMillis, long throttledMillis) {
    return usage(1, cpuMillis, throttledMillis);
  }

  private static Usage usage(long process, long cpuMillis, long throttledMillis) {
    return new Usage(
        process,
        Duration.ofMillis(cpuMillis),
        64L,
        128L,
        1L,
        2L,
        Duration.ofMillis(throttledMillis),
        null);
  }

  private Resources.Summary summary() {
    return new UsageSeries("a", readings).toContainer().summary();
  }
}
