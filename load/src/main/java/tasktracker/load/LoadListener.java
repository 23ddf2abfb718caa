package tasktracker.load;

import java.time.Instant;

/**
 * Is told how a load test goes on. Called by the thread that runs the test, so a slow listener
 * delays the next call, but never a request.
 */
public interface LoadListener {
  /** Listens to nothing. */
  LoadListener NONE = new LoadListener() {};

  /**
   * A phase begins. {@link Phase#MEASUREMENT} and {@link Phase#WIND_DOWN} are told at the exact
   * begin and end of the measurement.
   */
  default void phaseStarted(Phase phase, Instant at) {}

  /** Told once a second. */
  default void progress(Progress progress) {}
}
