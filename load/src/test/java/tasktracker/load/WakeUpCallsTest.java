package tasktracker.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody is woken too early, nobody is forgotten, and nobody waits for those who are busy. */
@Timeout(60)
class WakeUpCallsTest {
  private final WakeUpCalls calls = WakeUpCalls.start();
  private final ExecutorService users = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void close() {
    over.set(true);
    users.shutdownNow();
    users.close();
    calls.close();
  }

  @Test
  void thousandsOfSleepersWakeWhenTheyAreDue() throws Exception {
    RandomGenerator random = RandomGenerator.getDefault();
    List<Future<Long>> early = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      long pause = random.nextLong(1, Duration.ofMillis(500).toNanos());
      early.add(
          users.submit(() -> {
            long due = System.nanoTime() + pause;
            calls.until(due, over::get);
            return due - System.nanoTime();
          }));
    }

    for (Future<Long> sleeper : early) {
      assertThat(sleeper.get()).isNotPositive();
    }
  }

  @Test
  void anEarlierCallIsNotKeptWaitingByALaterOne() throws Exception {
    Future<?> late = users.submit(() -> calls.until(inMillis(30_000), over::get));
    Future<Boolean> soon =
        users.submit(() -> {
          calls.until(inMillis(50), over::get);
          return late.isDone();
        });

    assertThat(soon.get()).isFalse();
  }

  @Test
  void whoIsUnparkedBeforeItsTimeLooksWhetherItIsOver() throws Exception {
    Thread sleeper = Thread.ofVirtual().start(() -> calls.until(inMillis(60_000), over::get));

    LockSupport.unpark(sleeper);
    assertThat(sleeper.join(Duration.ofMillis(50))).isFalse();
    over.set(true);
    LockSupport.unpark(sleeper);

    assertThat(sleeper.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void aMomentThatHasPassedIsNotWaitedFor() {
    calls.until(System.nanoTime(), () -> false);
  }

  /** A timer of the JDK gets no turn here: there is always someone inside who is ready to run. */
  @Test
  @SuppressWarnings("ThreadPriorityCheck") // is always ready to run
  void whoIsBusyKeepsNobodyAsleep() throws Exception {
    AtomicBoolean woken = new AtomicBoolean();
    users.execute(() -> {
      calls.until(inMillis(200), over::get);
      woken.set(true);
    });
    List<Future<Boolean>> busy = new ArrayList<>();
    for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
      busy.add(
          users.submit(() -> {
            long end = inMillis(10_000);
            while (!woken.get() && System.nanoTime() - end < 0) {
              Thread.yield();
              calls.passOn(System.nanoTime());
            }
            return woken.get();
          }));
    }
    for (Future<Boolean> user : busy) {
      assertThat(user.get()).isTrue();
    }
  }

  private static long inMillis(long millis) {
    return System.nanoTime() + Duration.ofMillis(millis).toNanos();
  }
}
