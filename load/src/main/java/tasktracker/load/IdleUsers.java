package tasktracker.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Users of an open model who wait for an arrival. The one who was busy last is taken first: its
 * connection is the least likely to have been closed for idleness, and no more users work than the
 * load needs. Thread-safe.
 */
final class IdleUsers {
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<ArrivalPacer> users = new ArrayDeque<>();

  private volatile boolean dismissed;

  void add(ArrivalPacer user) {
    lock.lock();
    try {
      users.push(user);
    } finally {
      lock.unlock();
    }
  }

  /** Takes one, or returns null where all are busy. */
  ArrivalPacer take() {
    lock.lock();
    try {
      return users.poll();
    } finally {
      lock.unlock();
    }
  }

  void dismiss() {
    dismissed = true;
  }

  boolean areDismissed() {
    return dismissed;
  }
}
