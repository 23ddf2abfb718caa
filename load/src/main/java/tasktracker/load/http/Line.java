package tasktracker.load.http;

import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * One connection of a session, opened when it is needed. For the thread of the session, except for
 * {@link #abort()}.
 */
final class Line {
  private final Dialer dialer;
  private final RequestDeadline deadline;
  private final Runnable onReplaced;
  private volatile TargetConnection connection;
  private volatile boolean aborted;

  /**
   * A line without a connection.
   *
   * @param onReplaced told of every connection that the server had closed while it was idle
   */
  Line(Dialer dialer, RequestDeadline deadline, Runnable onReplaced) {
    this.dialer = dialer;
    this.deadline = deadline;
    this.onReplaced = onReplaced;
  }

  /** The connection, on which a request may be sent now. */
  TargetConnection connect() throws IOException {
    TargetConnection current = connection;
    if (current != null && current.isStale()) {
      return replace();
    }
    if (current == null) {
      open();
    }
    return connection;
  }

  /** Another connection in place of one that the server has closed. */
  TargetConnection replace() throws IOException {
    hangUp();
    onReplaced.run();
    open();
    return connection;
  }

  void hangUp() {
    TargetConnection current = connection;
    connection = null;
    if (current != null) {
      current.close();
    }
  }

  /** Closes the connection under a request in flight and lets all later ones fail. */
  void abort() {
    aborted = true;
    TargetConnection current = connection;
    if (current != null) {
      current.close();
    }
  }

  private void open() throws IOException {
    long latest = System.nanoTime() + dialer.patience().toNanos();
    TargetConnection opened = dialer.dial();
    connection = opened;
    if (aborted) {
      hangUp();
      throw new IOException("the session was ended");
    }
    deadline.arm(opened, latest);
    try {
      dialer.secure(opened);
    } catch (IOException e) {
      hangUp();
      throw deadline.disarm() ? tooLate() : e;
    }
    if (deadline.disarm()) {
      hangUp();
      throw tooLate();
    }
  }

  private static SocketTimeoutException tooLate() {
    return new SocketTimeoutException("TLS handshake timed out");
  }
}
