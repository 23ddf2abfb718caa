package tasktracker.stack.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Sends back what it gets, three bytes at a time: that is a request. */
final class EchoServer implements AutoCloseable {
  static final int REQUEST = 3;

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  EchoServer() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> echo(socket));
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private static void echo(Socket socket) {
    try (socket) {
      for (byte[] request = next(socket); request.length > 0; request = next(socket)) {
        socket.getOutputStream().write(request);
      }
    } catch (IOException e) {
      // The caller is gone.
    }
  }

  private static byte[] next(Socket socket) throws IOException {
    return socket.getInputStream().readNBytes(REQUEST);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
