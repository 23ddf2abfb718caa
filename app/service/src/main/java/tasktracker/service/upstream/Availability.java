package tasktracker.service.upstream;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether an instance takes part. A failure takes it out, and after a pause it is checked; the
 * pause doubles with every further failure up to one second. The pauses are shortened by up to a
 * quarter at random, so that several callers do not come back together. Thread-safe.
 */
final class Availability {

  private static final long FIRST_PAUSE = Duration.ofMillis(100).toNanos();
  private static final int DOUBLINGS = 4;
  private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();

  private volatile boolean out;
  private int failures;
  private long due;

  /** Whether requests may go there. */
  boolean isIn() {
    return !out;
  }

  /** Whether it is out and time to check it; whoever is told so does it, as nobody else is. */
  synchronized boolean claimCheck() {
    long now = System.nanoTime();
    if (!out || now - due < 0) {
      return false;
    }
    due = now + LONGEST_PAUSE;
    return true;
  }

  /** Brings it back; returns true if it was out. */
  boolean succeeded() {
    return out && comeBack();
  }

  private synchronized boolean comeBack() {
    boolean wasOut = out;
    out = false;
    failures = 0;
    return wasOut;
  }

  /** Takes it out; returns true if it was in. */
  synchronized boolean failed() {
    boolean wasIn = !out;
    out = true;
    failures++;
    due = System.nanoTime() + pause();
    return wasIn;
  }

  /** Takes it out because it said that it is going. */
  synchronized void leaving() {
    out = true;
    due = System.nanoTime() + pause();
  }

  /** Keeps it out until it has been checked, which is due at once. */
  synchronized void joining() {
    out = true;
    due = System.nanoTime();
  }

  /** When it is to be checked, on the scale of {@link System#nanoTime}. */
  synchronized long due() {
    return due;
  }

  private long pause() {
    long pause = FIRST_PAUSE << Math.clamp(failures - 1L, 0, DOUBLINGS);
    long capped = Math.min(pause, LONGEST_PAUSE);
    return capped - ThreadLocalRandom.current().nextLong(capped / 4);
  }
}
