package tasktracker.load;

import tasktracker.load.recording.Recorder;

/** The measured span of time, in the time of {@link System#nanoTime()}, and its recorder. */
record Measurement(long startNanos, long endNanos, Recorder recorder) {

  boolean hasBegun(long now) {
    return now - startNanos >= 0;
  }

  boolean isOver(long now) {
    return now - endNanos >= 0;
  }
}
