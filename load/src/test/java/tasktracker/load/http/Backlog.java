package tasktracker.load.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Connections that fill the queue of a server which accepts none. */
final class Backlog implements AutoCloseable {
  private final List<Socket> waiting = new ArrayList<>();

  private Backlog() {}

  static Backlog fill(ServerSocket server) throws IOException {
    Backlog backlog = new Backlog();
    try {
      while (true) {
        Socket socket = new Socket();
        backlog.waiting.add(socket);
        socket.connect(server.getLocalSocketAddress(), 200);
      }
    } catch (SocketTimeoutException e) {
      return backlog;
    }
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : waiting) {
      socket.close();
    }
  }
}
