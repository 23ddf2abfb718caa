package tasktracker.load;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Is told how a load test goes on. Called by the thread that runs the test, so a slow listener
 * delays the next call, but never a request.
 */
public interface LoadListener {
  /** Listens to nothing. */
  LoadListener NONE = new LoadListener() {};

  /** Told first of all: the clock that all times of this test are of, for what else is timed. */
  default void started(InstantSource clock) {}

  /**
   * A phase begins. {@link Phase#MEASUREMENT} and {@link Phase#WIND_DOWN} are told at the exact
   * begin and end of the measurement.
   */
  default void phaseStarted(Phase phase, Instant at) {}

  /** Told once a second. */
  default void progress(Progress progress) {}

  /** Whether the warm-up may end before its limit; asked when its least time is over. */
  default boolean isWarm() {
    return false;
  }
}
