package tasktracker.load;

import java.time.Duration;
import java.time.Instant;

/** One moment in both clocks: everything in a run is timed by the monotonic one. */
record RunClock(Instant instant, long nanos) {

  static RunClock start() {
    return new RunClock(Instant.now(), System.nanoTime());
  }

  Instant at(long nanoTime) {
    return instant.plusNanos(nanoTime - nanos);
  }

  long nanos(Instant at) {
    return nanos + Duration.between(instant, at).toNanos();
  }
}
