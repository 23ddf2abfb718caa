package tasktracker.service.wire;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Closes the connections of a server whose clients take too long. Thread-safe. */
final class ConnectionWatch implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(100);

  private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  ConnectionWatch() {
    Thread.ofVirtual().name("connection watch").start(this::watch);
  }

  void add(ClientConnection connection) {
    connections.add(connection);
  }

  void remove(ClientConnection connection) {
    connections.remove(connection);
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(EVERY.toNanos());
      long now = System.nanoTime();
      connections.forEach(connection -> connection.closeIfOverdue(now));
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
