package tasktracker.load;

import tasktracker.load.recording.Recorder;

/**
 * The measured span of time, in the time of {@link System#nanoTime()}, its recorder, and what the
 * users' time went into.
 */
record Measurement(long startNanos, long endNanos, Recorder recorder, UserTime userTime) {

  Measurement(long startNanos, long endNanos, Recorder recorder) {
    this(startNanos, endNanos, recorder, new UserTime(startNanos, endNanos));
  }

  boolean hasBegun(long now) {
    return now - startNanos >= 0;
  }

  boolean isOver(long now) {
    return now - endNanos >= 0;
  }
}
