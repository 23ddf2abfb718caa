package tasktracker.load.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** A long request that is sent while its answer is awaited. */
final class Sending {
  /** Who was answered after the last byte has sent it, but may not have got its turn since. */
  private static final Duration LAST_TURN = Duration.ofMillis(10);

  private final Thread thread;
  private volatile boolean complete;

  private Sending(RequestBytes.Lent request, OutputStream out) {
    thread = Thread.ofVirtual().name("sending").unstarted(() -> send(request, out));
  }

  /** Begins to send; closing the connection ends it. */
  static Sending start(RequestBytes.Lent request, OutputStream out) {
    Sending sending = new Sending(request, out);
    sending.thread.start();
    return sending;
  }

  /** Whether all of it is sent, now that an answer of this status has come. */
  boolean isComplete(int status) {
    if (status >= 400) {
      return complete;
    }
    try {
      thread.join(LAST_TURN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return complete;
  }

  private void send(RequestBytes.Lent request, OutputStream out) {
    try {
      request.write(out);
      complete = true;
    } catch (IOException e) {
      // Reading the answer fails too, or there is one.
    }
  }
}
