package tasktracker.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The shortest talk with an instance that shows whether it serves: of a service, its health,
 * whatever it is; of a database, the begin of a log-in.
 */
public final class ProtocolProbe {
  private static final byte[] HEALTH =
      "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

  /** See "Message Formats" in the manual of PostgreSQL: protocol 3.0, user, database. */
  private static final byte[] LOG_IN = logIn();

  private static final int PASSWORD_WANTED = 'R';

  private ProtocolProbe() {}

  /**
   * Connects to a port of this machine, asks, and waits for the first byte of the answer.
   *
   * @return time from the question to the answer
   * @throws IOException when nobody listens, answers in time, or takes log-ins now
   */
  public static Duration with(Instance.Kind kind, int port, Duration timeout) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) timeout.toMillis());
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) timeout.toMillis());
      long asked = System.nanoTime();
      socket.getOutputStream().write(kind == Instance.Kind.DATABASE ? LOG_IN : HEALTH);
      int answer = socket.getInputStream().read();
      Duration time = Duration.ofNanos(System.nanoTime() - asked);
      if (answer < 0) {
        throw new EOFException("closed without an answer");
      }
      if (kind == Instance.Kind.DATABASE && answer != PASSWORD_WANTED) {
        throw new IOException("no log-in is possible now");
      }
      return time;
    }
  }

  /** Whether it serves now. */
  public static boolean isPossible(Instance.Kind kind, int port, Duration timeout) {
    try {
      with(kind, port, timeout);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] logIn() {
    byte[] parameters =
        "user\0%1$s\0database\0postgres\0\0".formatted(DatabaseSpec.USER).getBytes(US_ASCII);
    int length = 2 * Integer.BYTES + parameters.length;
    return ByteBuffer.allocate(length).putInt(length).putInt(3 << 16).put(parameters).array();
  }
}
