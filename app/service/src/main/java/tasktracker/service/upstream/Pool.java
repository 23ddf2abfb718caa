package tasktracker.service.upstream;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The connections to one instance. The connection used last is used first, so that those which a
 * falling load leaves over grow idle and expire. Thread-safe without a lock.
 */
final class Pool {

  private final UpstreamInstance instance;
  private final int size;
  private final long longestIdleNanos;
  private final ConcurrentLinkedDeque<UpstreamConnection> idle = new ConcurrentLinkedDeque<>();
  private final Set<UpstreamConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger places = new AtomicInteger();
  private final AtomicInteger inUse = new AtomicInteger();
  private final LongAdder opened = new LongAdder();
  private volatile boolean retired;

  Pool(UpstreamInstance instance, UpstreamSettings settings) {
    this.instance = instance;
    this.size = settings.maxConnections();
    this.longestIdleNanos = settings.idleTimeout().toNanos();
  }

  /**
   * Hands out an idle connection, else a new one.
   *
   * @throws IOException if it cannot be opened
   * @throws UpstreamException.Unreachable if all places are taken
   */
  UpstreamConnection lease() throws IOException {
    inUse.incrementAndGet();
    UpstreamConnection connection = null;
    try {
      connection = pooled();
      if (connection == null) {
        connection = connect();
      }
      return connection;
    } finally {
      if (connection == null) {
        inUse.decrementAndGet();
      }
    }
  }

  private UpstreamConnection pooled() {
    UpstreamConnection connection = idle.pollFirst();
    while (connection != null && connection.isStale()) {
      discard(connection);
      connection = idle.pollFirst();
    }
    return connection;
  }

  private UpstreamConnection connect() throws IOException {
    UpstreamConnection connection = null;
    try {
      if (places.incrementAndGet() > size) {
        throw new UpstreamException.Unreachable(
            instance.service(),
            "all %d connections to %s are in use".formatted(size, instance),
            null);
      }
      connection = UpstreamConnection.open(instance);
      open.add(connection);
      opened.increment();
      return connection;
    } finally {
      if (connection == null) {
        places.decrementAndGet();
      }
    }
  }

  /** Takes a connection back that can be used again. */
  void giveBack(UpstreamConnection connection) {
    inUse.decrementAndGet();
    idle.addFirst(connection);
    if (retired) {
      closeIdle();
    }
  }

  /** Takes notice that a connection in use was closed; again for the same one does nothing. */
  void forget(UpstreamConnection connection) {
    if (discard(connection)) {
      inUse.decrementAndGet();
    }
  }

  private boolean discard(UpstreamConnection connection) {
    connection.closeSocket();
    boolean first = open.remove(connection);
    if (first) {
      places.decrementAndGet();
    }
    return first;
  }

  /** Ends what has waited too long: for a response, or in the pool for work. */
  void sweep(long now) {
    open.forEach(connection -> connection.closeIfOverdue(now));
    for (UpstreamConnection oldest = idle.pollLast(); oldest != null; oldest = idle.pollLast()) {
      if (!oldest.idleLongerThan(longestIdleNanos, now)) {
        idle.addLast(oldest);
        return;
      }
      discard(oldest);
    }
  }

  /** Keeps no connection from now on; what is in use finishes first. */
  void retire() {
    retired = true;
    closeIdle();
  }

  private void closeIdle() {
    for (UpstreamConnection pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
      discard(pooled);
    }
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  int inUse() {
    return inUse.get();
  }

  int idle() {
    return idle.size();
  }

  long opened() {
    return opened.sum();
  }
}
