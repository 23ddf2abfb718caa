package tasktracker.load.http;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells whether a reset came after the end of a connection. A system answers with a reset what
 * reaches a connection that its program has closed already. A program that closes after it has read
 * all causes none, and one that closes with something unread causes a reset without an end. So an
 * end, and then a reset, say that the program never had the whole request.
 */
final class PendingReset {
  /** Many times the way to a server in the same network and back. */
  private static final Duration LONGEST_WAY = Duration.ofMillis(5);

  private static final Duration LOOK = Duration.ofMillis(1);

  private PendingReset() {}

  /** Looks at a connection whose end was read, for a few milliseconds. */
  static boolean followed(SocketChannel channel) throws IOException {
    long latest = System.nanoTime() + LONGEST_WAY.toNanos();
    channel.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      // Of a channel that is connected, this asks for errors alone.
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
      while (selector.selectNow() == 0) {
        if (System.nanoTime() - latest >= 0) {
          return false;
        }
        LockSupport.parkNanos(LOOK.toNanos());
      }
      return key.isConnectable();
    }
  }
}
