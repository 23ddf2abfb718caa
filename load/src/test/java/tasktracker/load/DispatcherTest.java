package tasktracker.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tasktracker.load.model.Arrivals;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.LatencyRecorder;
import tasktracker.load.recording.Recorder;

class DispatcherTest {
  private static final long START = -5_000_000_000L;
  private static final long SECOND = 1_000_000_000;

  private final SleepyClock clock = new SleepyClock();
  private final LatencyRecorder delays = new LatencyRecorder();
  private final List<Long> handedOut = new ArrayList<>();

  @Test
  void handsOutEveryArrivalOnceNeverEarlyHoweverLateItWakes() {
    dispatcher("5000/s", START, START + 2 * SECOND).run();

    assertThat(handedOut)
        .isEqualTo(LongStream.range(0, 10_000).mapToObj(i -> START + i * 200_000).toList());
    assertThat(clock.sleeps).as("what became due meanwhile went out together").isLessThan(5_000);
  }

  @Test
  void recordsHowLateArrivalsOfTheMeasurementWere() {
    dispatcher("100/s", START + SECOND, START + 2 * SECOND).run();

    Latencies late = delays.drain();
    assertThat(late.count()).isEqualTo(100);
    assertThat(late.max().orElseThrow()).isPositive().isLessThan(SleepyClock.LATEST);
  }

  @Test
  void endsWhenStopped() {
    Dispatcher[] itself = new Dispatcher[1];
    itself[0] =
        new Dispatcher(
            schedule("5000/s"),
            clock,
            Optional::empty,
            due -> {
              handedOut.add(due);
              if (handedOut.size() == 3) {
                itself[0].stop();
              }
            },
            delays);

    itself[0].run();

    assertThat(handedOut).hasSize(3);
  }

  private Dispatcher dispatcher(String arrivals, long measureFrom, long measureUntil) {
    Recorder recorder = new Recorder(Instant.EPOCH, START, true);
    Measurement measurement = new Measurement(measureFrom, measureUntil, recorder);
    return new Dispatcher(
        schedule(arrivals),
        clock,
        () -> Optional.of(measurement),
        due -> {
          assertThat(due).isLessThanOrEqualTo(clock.now);
          handedOut.add(due);
        },
        delays);
  }

  private static ArrivalSchedule schedule(String arrivals) {
    return new ArrivalSchedule(Arrivals.parse(arrivals), Duration.ZERO, START, LoadShare.WHOLE, 1);
  }

  /** Wakes late, sometimes very late, and sometimes early; its numbers cross zero. */
  private static final class SleepyClock implements NanoClock {
    private static final Duration LATEST = Duration.ofMillis(20);
    private final SplittableRandom random = new SplittableRandom(1);
    private long now = START;
    private int sleeps;

    @Override
    public long now() {
      return now;
    }

    @Override
    public void await(long nanos) {
      sleeps++;
      long latest = random.nextInt(50) == 0 ? LATEST.toNanos() - 1 : 300_000;
      now = Math.max(now, nanos + random.nextLong(-20_000, latest));
    }
  }
}
