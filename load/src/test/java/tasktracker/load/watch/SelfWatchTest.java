package tasktracker.load.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.LatencyRecorder;

class SelfWatchTest {
  private static final WatchedSecond IDLE = second(0.1, 8, 1, 3);
  private static final WatchedSecond BUSY = second(0.9, 1, 20, 1);

  @Test
  void generatorsOnOneMachineShareItsProcessors() {
    SelfWatch both = watch(IDLE).plus(watch(BUSY));

    assertThat(both.seconds().getFirst().cpu()).hasValue(1.0);
    assertThat(both.seconds().getFirst().cores()).isEqualTo(8);
    assertThat(both.schedulingDelay().count()).isEqualTo(200);
  }

  @Test
  void ofGeneratorsOnMachinesOfTheirOwnTheWorseCounts() {
    for (SelfWatch both :
        List.of(watch(IDLE).besideOther(watch(BUSY)), watch(BUSY).besideOther(watch(IDLE)))) {
      assertThat(both.highestCpuPerCore()).hasValue(0.9);
      assertThat(both.schedulingDelay().percentile(99).orElseThrow().toMillis()).isEqualTo(20);
      assertThat(both.schedulingDelay().count()).isEqualTo(100);
      assertThat(both.longestGcPause()).contains(Duration.ofMillis(3));
    }
  }

  @Test
  void aMachineThatDoesNotTellItsCpuHidesNoOther() {
    WatchedSecond silent =
        new WatchedSecond(
            Instant.EPOCH,
            Duration.ofSeconds(1),
            OptionalDouble.empty(),
            2,
            Latencies.NONE,
            Latencies.NONE,
            Duration.ZERO,
            Duration.ZERO,
            OptionalDouble.empty());

    assertThat(watch(silent).besideOther(watch(BUSY)).highestCpuPerCore()).hasValue(0.9);
  }

  private static SelfWatch watch(WatchedSecond second) {
    return new SelfWatch(List.of(second), second.littleResidual());
  }

  private static WatchedSecond second(double cpu, int cores, long delayMillis, long pauseMillis) {
    LatencyRecorder delays = new LatencyRecorder();
    for (int i = 0; i < 100; i++) {
      delays.add(delayMillis * 1_000_000);
    }
    return new WatchedSecond(
        Instant.EPOCH,
        Duration.ofSeconds(1),
        OptionalDouble.of(cpu),
        cores,
        delays.drain(),
        Latencies.NONE,
        Duration.ofMillis(pauseMillis),
        Duration.ofMillis(pauseMillis),
        OptionalDouble.of(0.01));
  }
}
