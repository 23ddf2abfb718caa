package tasktracker.users;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * How often something may happen for each of any number of keys: a burst of {@code perMinute}, and
 * one more each {@code 60 s / perMinute}. It is the generic cell rate algorithm (ITU-T I.371) in a
 * table of fixed size: keys that share a place share a limit, and no number of keys needs more
 * memory. Thread-safe.
 */
final class RateLimit {

  private static final int PLACES = 1 << 14;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final long interval;
  private final long tolerance;
  private final LongSupplier clock;
  private final long begin;
  private final int salt = ThreadLocalRandom.current().nextInt();
  private final AtomicLongArray nextDue = new AtomicLongArray(PLACES);

  RateLimit(int perMinute) {
    this(perMinute, System::nanoTime);
  }

  /**
   * @param clock nanoseconds of a monotonic clock
   */
  RateLimit(int perMinute, LongSupplier clock) {
    this.interval = MINUTE / perMinute;
    this.tolerance = interval * (perMinute - 1);
    this.clock = clock;
    this.begin = clock.getAsLong();
  }

  /** Returns how long to wait until it may happen; not positive if it may happen now. */
  Duration waitFor(String key) {
    return Duration.ofNanos(nextDue.get(place(key)) - tolerance - now());
  }

  /** Takes note that it happens, if it may; returns how long to wait if it may not. */
  Duration take(String key) {
    int place = place(key);
    while (true) {
      long now = now();
      long due = nextDue.get(place);
      if (due - tolerance > now) {
        return Duration.ofNanos(due - tolerance - now);
      }
      if (nextDue.compareAndSet(place, due, Math.max(due, now) + interval)) {
        return Duration.ZERO;
      }
    }
  }

  private long now() {
    return clock.getAsLong() - begin;
  }

  /** The salt keeps strangers from choosing names that share the place of someone else's. */
  private int place(String key) {
    int hash = (key.hashCode() ^ salt) * 0x9E3779B9;
    return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
  }
}
