import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers every request after exactly 20 ms, and stands still once for a second. One thread looks
 * again and again, so that no timer makes it late. Its argument says how many seconds after the
 * first request it stands still.
 */
final class FreezingServer {
  static final Duration SERVICE_TIME = Duration.ofMillis(20);
  static final Duration FREEZE = Duration.ofSeconds(1);

  private static final byte[] ANSWER =
      ("HTTP/1.1 200 OK\r\nContent-Length: 445\r\n\r\n" + "x".repeat(445))
          .getBytes(StandardCharsets.US_ASCII);

  private record Due(SocketChannel client, long nanos) {}

  private final long untilFreeze;
  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
  private final ByteBuffer out = ByteBuffer.allocateDirect(ANSWER.length).put(ANSWER);
  private final Queue<Due> due = new ArrayDeque<>();
  private boolean frozen;
  private long freezeAt;

  private FreezingServer(Duration untilFreeze) throws IOException {
    this.untilFreeze = untilFreeze.toNanos();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Server.PORT), 1_024);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  static void main(String[] arguments) throws IOException {
    new FreezingServer(Duration.ofSeconds(Long.parseLong(arguments[0]))).serve();
  }

  private void serve() throws IOException {
    while (true) {
      if (freezeAt != 0 && !frozen && System.nanoTime() - freezeAt >= 0) {
        frozen = true;
        freeze();
      }
      selector.selectNow(this::ready);
      while (!due.isEmpty() && System.nanoTime() - due.peek().nanos >= 0) {
        answer(due.remove().client);
      }
    }
  }

  private void freeze() {
    long end = freezeAt + FREEZE.toNanos();
    while (end - System.nanoTime() > 0) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private void ready(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        SocketChannel client = listener.accept();
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ);
      } else {
        read(key);
      }
    } catch (IOException e) {
      key.cancel();
    }
  }

  /** The generators send one request after the other on a connection, each in one packet. */
  private void read(SelectionKey key) throws IOException {
    SocketChannel client = (SocketChannel) key.channel();
    int length = client.read(in.clear());
    if (length < 0) {
      client.close();
    } else if (length > 0) {
      long now = System.nanoTime();
      if (freezeAt == 0) {
        freezeAt = now + untilFreeze;
      }
      due.add(new Due(client, now + SERVICE_TIME.toNanos()));
    }
  }

  private void answer(SocketChannel client) {
    try {
      out.flip();
      client.write(out);
    } catch (IOException e) {
      // The generator has ended.
    } finally {
      out.limit(ANSWER.length).position(ANSWER.length);
    }
  }
}
