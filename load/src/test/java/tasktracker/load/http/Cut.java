package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/**
 * Someone between a client and a server of TLS, who ends the connection of the client where that of
 * the server ends, but keeps back the record with which the server says so.
 */
final class Cut implements AutoCloseable {
  /** A record of an alert, encrypted and padded, is shorter than any other. */
  private static final int LONGEST_ALERT = 40;

  /** TLS 1.3 sends all under this type, once it encrypts. */
  private static final int APPLICATION_DATA = 23;

  private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final int port;

  private Cut(int port) throws IOException {
    this.port = port;
    Thread.ofVirtual().start(this::serve);
  }

  static Cut before(URI server) throws IOException {
    return new Cut(server.getPort());
  }

  URI uri() {
    return URI.create("https://127.0.0.1:" + listener.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    try (Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread.ofVirtual().start(() -> pass(client, server));
      InputStream from = server.getInputStream();
      OutputStream to = client.getOutputStream();
      for (byte[] head = from.readNBytes(5); head.length == 5; head = from.readNBytes(5)) {
        int length = ((head[3] & 0xFF) << 8) | (head[4] & 0xFF);
        byte[] content = from.readNBytes(length);
        if (head[0] != APPLICATION_DATA || length > LONGEST_ALERT) {
          to.write(head);
          to.write(content);
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static void pass(Socket client, Socket server) {
    try {
      client.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException e) {
      // One of them is closed.
    }
  }
}
