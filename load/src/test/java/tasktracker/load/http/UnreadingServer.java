package tasktracker.load.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers each connection after its first byte, and reads no more. */
final class UnreadingServer implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final String answer;
  private final boolean closes;

  /**
   * @param closes whether it closes the connection after its answer, which resets it
   */
  UnreadingServer(String answer, boolean closes) throws IOException {
    this.answer = answer;
    this.closes = closes;
    Thread.ofVirtual().start(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        open.add(socket);
        int _ = socket.getInputStream().read();
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        if (closes) {
          socket.close();
        }
      }
    } catch (IOException e) {
      // The server was closed.
    }
  }
}
