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
  /** An alert of TLS 1.3, encrypted: five bytes of header, two of alert, one of type, sixteen of tag. */
  private static final int ALERT = 24;

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
        int length = (head[3] & 0xFF) << 8 | (head[4] & 0xFF);
        byte[] content = from.readNBytes(length);
        if (head.length + length != ALERT) {
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
