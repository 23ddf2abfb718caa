package tasktracker.contract;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits until something is so. */
final class Await {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Await() {}

  /** Waits and returns how long it took. */
  static Duration until(BooleanSupplier condition) throws InterruptedException {
    Instant start = Instant.now();
    while (!condition.getAsBoolean()) {
      if (Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
        fail("not so within " + PATIENCE);
      }
      Thread.sleep(PAUSE);
    }
    return Duration.between(start, Instant.now());
  }
}
