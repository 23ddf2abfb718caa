package tasktracker.load.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The moment at which the request of one session has taken too long. A timed read would set a timer
 * for every packet; this costs two writes per request.
 */
final class RequestDeadline {
  private static final long NONE = 0;
  private static final long EXPIRED = -1;

  private final AtomicLong at = new AtomicLong(NONE);
  private volatile TargetConnection connection;

  /** Closes the connection as soon as the time (of {@link System#nanoTime()}) has come. */
  void arm(TargetConnection guarded, long nanos) {
    connection = guarded;
    at.setRelease(nanos == NONE || nanos == EXPIRED ? nanos + 2 : nanos);
  }

  /** Ends the guard. Returns whether the connection was closed by it. */
  boolean disarm() {
    return at.getAndSet(NONE) == EXPIRED;
  }

  void check(long now) {
    long nanos = at.get();
    // The next request may have another one before this is closed.
    TargetConnection late = connection;
    if (nanos != NONE && nanos != EXPIRED && nanos - now <= 0 && at.compareAndSet(nanos, EXPIRED)) {
      late.close();
    }
  }
}
