import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Answers the TaskTracker scenario from memory, fast enough that the generator is the busy one. */
final class CannedTaskTracker {
  private static final String TASK =
      "\"title\":\"review the report\",\"description\":\"measure deploy refactor document meeting release\","
          + "\"status\":\"todo\",\"priority\":\"medium\",\"created_at\":\"2026-01-01T00:00:00Z\"}";
  private static final byte[] LIST =
      answer("200 OK", "{\"tasks\":[" + ("{\"id\":1," + TASK + ",").repeat(19) + "{\"id\":1," + TASK + "],\"total\":20}");
  private static final byte[] ONE = answer("200 OK", "{\"id\":1," + TASK);
  private static final byte[] REGISTERED = answer("201 Created", "{\"id\":1}");
  private static final byte[] TOKEN = answer("200 OK", "{\"access_token\":\"" + "abcdefghij".repeat(20) + "\"}");
  private static final byte[] DELETED =
      "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final AtomicLong IDS = new AtomicLong();

  private CannedTaskTracker() {}

  static void main(String[] arguments) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(Server.PORT, 1_024, loopback)) {
      while (true) {
        Socket socket = server.accept();
        Thread.startVirtualThread(() -> serve(socket));
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      StringBuilder line = new StringBuilder();
      while (readLine(in, line)) {
        byte[] answer = answerTo(line.toString());
        int length = 0;
        while (readLine(in, line) && !line.isEmpty()) {
          if (line.indexOf("Content-Length: ") == 0) {
            length = Integer.parseInt(line.substring(16));
          }
        }
        in.skipNBytes(length);
        socket.getOutputStream().write(answer);
      }
    } catch (IOException e) {
      // The generator has ended.
    }
  }

  private static boolean readLine(InputStream in, StringBuilder line) throws IOException {
    line.setLength(0);
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (next != '\r') {
        line.append((char) next);
      }
      next = in.read();
    }
    return next >= 0;
  }

  private static byte[] answerTo(String requestLine) {
    if (requestLine.contains("/auth/register")) {
      return REGISTERED;
    }
    if (requestLine.contains("/auth/login")) {
      return TOKEN;
    }
    if (requestLine.startsWith("POST")) {
      return answer("201 Created", "{\"id\":" + IDS.incrementAndGet() + "," + TASK);
    }
    if (requestLine.startsWith("DELETE")) {
      return DELETED;
    }
    boolean isList = requestLine.contains("/tasks/ ") || requestLine.contains("/tasks/?");
    return isList ? LIST : ONE;
  }

  private static byte[] answer(String status, String body) {
    return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length() + "\r\n\r\n" + body)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
