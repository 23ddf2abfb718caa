package tasktracker.service.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of requests and answers that may be in memory at the same time, in all connections
 * together: the bodies and heads that are being received, and the lists that are being sent.
 * Thread-safe.
 */
public final class MemoryBudget {

  /** How soon to ask again. */
  public static final Header RETRY_AFTER = HeaderValues.createCached(HeaderNames.RETRY_AFTER, "1");

  /** What is said when there is no room. */
  public static final String EXHAUSTED = "Too much is in flight now, try again soon";

  /** The one of this process: an eighth of the largest heap, at least 8 MiB. */
  public static final MemoryBudget OF_PROCESS =
      new MemoryBudget(Math.max(8L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8));

  private final long most;
  private final long mostForLarge;
  private final AtomicLong reserved = new AtomicLong();

  /**
   * Creates a budget.
   *
   * @param bytes all of it; large parts together get three quarters, so that small ones find room
   */
  public MemoryBudget(long bytes) {
    this.most = bytes;
    this.mostForLarge = bytes / 4 * 3;
  }

  /** Reserves bytes for a small part; tells whether there is room. */
  public boolean tryReserve(long bytes) {
    return tryReserve(bytes, most);
  }

  /** Reserves bytes for a part of a large one; tells whether there is room. */
  public boolean tryReserveForLarge(long bytes) {
    return tryReserve(bytes, mostForLarge);
  }

  private boolean tryReserve(long bytes, long limit) {
    if (reserved.addAndGet(bytes) > limit) {
      reserved.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  /** Gives back what was reserved. */
  public void release(long bytes) {
    if (bytes != 0) {
      reserved.addAndGet(-bytes);
    }
  }

  /** Bytes that are reserved now. */
  public long reserved() {
    return reserved.get();
  }
}
