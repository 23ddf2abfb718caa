package tasktracker.load;

import java.time.Instant;
import java.time.InstantSource;

/** Lets several generators go through their phases together. */
@FunctionalInterface
public interface Coordination {
  /** A generator alone begins when it is ready. */
  Coordination NONE = (_, earliest) -> earliest;

  /**
   * Asked when this generator is ready for {@link Phase#RAMP_UP}, its set-up done, and for {@link
   * Phase#MEASUREMENT}, its users running and its warm-up about to end. Blocks until all are ready.
   * Load goes on meanwhile.
   *
   * @param earliest when this generator can begin
   * @return when all begin; a moment that is past means at once
   * @throws InterruptedException when the test ends before they agree
   */
  Instant agree(Phase phase, Instant earliest) throws InterruptedException;

  /** The clock that all of them share; asked once, when a test begins. */
  default InstantSource clock() {
    return InstantSource.system();
  }
}
