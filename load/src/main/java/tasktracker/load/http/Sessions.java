package tasktracker.load.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** All sessions of a load test: watches over their timeouts, and can close all of them at once. */
public final class Sessions implements AutoCloseable {
  /** Looking at many thousands of sessions costs time: timeouts strike up to a fiftieth late. */
  private static final int LOOKS_PER_TIMEOUT = 50;

  private static final long SHORTEST_SLEEP = Duration.ofMillis(1).toNanos();
  private static final long LONGEST_SLEEP = Duration.ofMillis(100).toNanos();

  private final ResolvedTarget target;
  private final HttpSettings settings;
  private final Dialer dialer;
  private final Set<HttpSession> open = ConcurrentHashMap.newKeySet();
  private final Thread watch;
  private volatile boolean closed;

  /** Begins to watch. */
  public Sessions(ResolvedTarget target, HttpSettings settings) {
    this.target = target;
    this.settings = settings;
    this.dialer = new Dialer(target, settings);
    this.watch = Thread.ofPlatform().daemon().name("response-timeouts").start(this::watch);
  }

  /** A session without a connection; close it after use. */
  public HttpSession open(RequestLog log) {
    HttpSession session =
        new HttpSession(dialer, new SessionHeaders(target, settings), settings, log, open::remove);
    open.add(session);
    if (closed) {
      session.abort();
    }
    return session;
  }

  /** Closes all connections at once; later requests of the sessions fail. */
  public void abort() {
    closed = true;
    open.forEach(HttpSession::abort);
  }

  /** Aborts all sessions and ends the watch. */
  @Override
  public void close() {
    abort();
    LockSupport.unpark(watch);
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    long sleep = sleep(settings);
    while (!closed) {
      LockSupport.parkNanos(sleep);
      long now = System.nanoTime();
      open.forEach(session -> session.checkDeadline(now));
    }
  }

  private static long sleep(HttpSettings settings) {
    long connect = settings.connectTimeout().toNanos();
    long response = settings.responseTimeout().toNanos();
    return Math.clamp(
        Math.min(connect, response) / LOOKS_PER_TIMEOUT, SHORTEST_SLEEP, LONGEST_SLEEP);
  }
}
