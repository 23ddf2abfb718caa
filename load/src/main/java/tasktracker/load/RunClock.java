package tasktracker.load;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One moment in both clocks: everything in a run is timed by the monotonic one. */
record RunClock(Instant origin, long nanos) implements InstantSource {

  static RunClock start(InstantSource clock) {
    return new RunClock(clock.instant(), System.nanoTime());
  }

  @Override
  public Instant instant() {
    return at(System.nanoTime());
  }

  Instant at(long nanoTime) {
    return origin.plusNanos(nanoTime - nanos);
  }

  long nanos(Instant at) {
    return nanos + Duration.between(origin, at).toNanos();
  }
}
