package tasktracker.load;

import java.time.Instant;
import java.time.InstantSource;
import tasktracker.load.recording.Second;

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

  /**
   * A second of the measurement is over. Told in order, and without those that had not ended, grace
   * included, when the measurement did. The result may count a little more in a second.
   *
   * @param number from 0
   */
  default void measured(int number, Second second) {}

  /** Told once a second. */
  default void progress(Progress progress) {}

  /** Whether the warm-up may end before its limit; asked when its least time is over. */
  default boolean isWarm() {
    return false;
  }
}
