package tasktracker.service.upstream;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition; the test's own timeout bounds it. */
final class Await {

  private Await() {}

  static void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(Duration.ofMillis(2));
    }
  }
}
