package tasktracker.stack.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * One connection through a link, in two threads. Delay and loss strike the first bytes that the
 * caller sends after the callee has spoken, hence once for every request, however many pieces it
 * comes in.
 */
final class ProxiedConnection {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final Relay relay;
  private final Socket caller;
  private final Socket callee;
  private volatile boolean answered = true;

  ProxiedConnection(Relay relay, Socket caller, Socket callee) {
    this.relay = relay;
    this.caller = caller;
    this.callee = callee;
  }

  /** Passes everything on until both sides have said all, or one is gone. */
  void run() throws IOException {
    caller.setTcpNoDelay(true);
    callee.setTcpNoDelay(true);
    Thread back = Thread.ofVirtual().start(this::passBack);
    try {
      passOn(caller.getInputStream(), callee.getOutputStream());
      callee.shutdownOutput();
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void passOn(InputStream from, OutputStream to) throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      if (answered) {
        answered = false;
        if (relay.isLost()) {
          throw new IOException("lost");
        }
        Duration delay = relay.delay();
        if (delay.isPositive()) {
          Thread.sleep(delay);
        }
      }
      to.write(buffer, 0, count);
    }
  }

  private void passBack() {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream from = callee.getInputStream();
      OutputStream to = caller.getOutputStream();
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        answered = true;
        to.write(buffer, 0, count);
      }
      caller.shutdownOutput();
    } catch (IOException e) {
      // A connection that broke on one side must not look whole on the other.
      reset();
    }
  }

  /** Closes both sides after their last words. */
  void close() throws IOException {
    caller.close();
    callee.close();
  }

  /** Closes both sides at once; whoever has not said or heard all sees a reset. */
  void reset() {
    reset(caller);
    reset(callee);
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // Closed already, and that is what was wanted.
    }
  }
}
