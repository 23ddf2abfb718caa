package tasktracker.load.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.LatencyRecorder;

@Timeout(20)
class SelfWatcherTest {
  private static final long SECOND = 1_000_000_000;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicLong userNanos = new AtomicLong();
  private final LatencyRecorder releaseDelays = new LatencyRecorder();

  @Test
  void everySecondOfTheMeasurementHasAnEntryAndARestItsOwnLength() throws Exception {
    long start = System.nanoTime() - 2 * SECOND;

    SelfWatch watch = watchUntil(start, start + 2 * SECOND + SECOND / 2);

    assertThat(watch.seconds())
        .extracting(WatchedSecond::length)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500));
    assertThat(watch.seconds())
        .extracting(WatchedSecond::start)
        .containsExactly(START, START.plusSeconds(1), START.plusSeconds(2));
  }

  @Test
  void timeOfTheUsersThatIsToldAfterTheEndStillCounts() throws Exception {
    long start = System.nanoTime();
    try (SelfWatcher watcher = watcher(start)) {
      watcher.stop(start + SECOND);
      userNanos.set(3 * SECOND / 2);

      SelfWatch watch = watcher.result(false);

      assertThat(watch.littleResidual().orElseThrow()).isCloseTo(0.25, within(1e-9));
      assertThat(watch.seconds().getLast().littleResidual().orElseThrow())
          .isCloseTo(0.25, within(1e-9));
    }
  }

  @Test
  void aRunCutShortHasNoResidual() throws Exception {
    long start = System.nanoTime();
    try (SelfWatcher watcher = watcher(start)) {
      watcher.stop(start + SECOND);

      assertThat(watcher.result(true).littleResidual()).isEmpty();
    }
  }

  @Test
  void aLateProbeShows() throws Exception {
    long start = System.nanoTime();
    try (SelfWatcher watcher = watcher(start)) {
      Thread.sleep(100);
      releaseDelays.add(7);
      watcher.stop(start + SECOND);

      SelfWatch watch = watcher.result(false);

      assertThat(watch.schedulingDelay().min().orElseThrow()).isPositive();
      assertThat(watch.releaseDelay().max()).contains(Duration.ofNanos(7));
    }
  }

  @Test
  void aStandstillCountsWithItsLengthInTheSecondsThatItCovers() throws Exception {
    long stillUntil = System.nanoTime() + SECOND;
    // The second second begins in the middle of the standstill.
    long start = stillUntil - 3 * SECOND / 2;
    try (SelfWatcher watcher = stoppingTwice(start, stillUntil)) {
      awaitSecond(watcher, 2);
      watcher.stop(start + 2 * SECOND);

      SelfWatch watch = watcher.result(false);

      Latencies first = watch.seconds().getFirst().schedulingDelay();
      Latencies second = watch.seconds().get(1).schedulingDelay();
      assertThat(first.count()).as("half a second, every 5 ms").isBetween(80L, 100L);
      assertThat(first.min().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
      assertThat(second.count()).as("half a second, and 300 ms").isGreaterThanOrEqualTo(158);
    }
  }

  @Test
  void pausesOfTheCollectorAreSeen() throws Exception {
    try (GcPauses pauses = new GcPauses()) {
      GcPauses.Pauses seen = pauses.read();
      while (seen.longest().isZero()) {
        System.gc();
        Thread.sleep(10);
        seen = pauses.read();
      }

      assertThat(seen.sum()).isGreaterThanOrEqualTo(seen.longest());
    }
  }

  private SelfWatch watchUntil(long start, long end) throws InterruptedException {
    try (SelfWatcher watcher = watcher(start)) {
      Thread.sleep(20);
      watcher.stop(end);
      return watcher.result(false);
    }
  }

  /** Sleeps too long until a moment, and once more for 300 ms. */
  private SelfWatcher stoppingTwice(long start, long stillUntil) {
    AtomicInteger sleeps = new AtomicInteger();
    Sleep tooLong =
        (until, over) ->
            sleep(
                switch (sleeps.getAndIncrement()) {
                  case 0 -> stillUntil;
                  case 1 -> until + 3 * SECOND / 10;
                  default -> until;
                },
                over);
    return new SelfWatcher(START, start, 2, userNanos::get, tooLong, releaseDelays);
  }

  private static void awaitSecond(SelfWatcher watcher, int number) throws InterruptedException {
    while (watcher
        .latest()
        .filter(at -> !at.start().isBefore(START.plusSeconds(number - 1)))
        .isEmpty()) {
      Thread.sleep(5);
    }
  }

  private SelfWatcher watcher(long start) {
    return new SelfWatcher(START, start, 2, userNanos::get, SelfWatcherTest::sleep, releaseDelays);
  }

  private static void sleep(long until, BooleanSupplier over) {
    while (System.nanoTime() - until < 0 && !over.getAsBoolean()) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
