package tasktracker.load.watch;

import java.util.function.BooleanSupplier;

/** How virtual threads wait for a moment. Thread-safe. */
@FunctionalInterface
public interface Sleep {

  /**
   * Waits until a moment in the time of {@link System#nanoTime()}, never less.
   *
   * @param over ends the wait early; is looked at whenever the sleeper is unparked
   */
  void until(long nanos, BooleanSupplier over);
}
