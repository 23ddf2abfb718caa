package tasktracker.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** One connection that sends and shows exactly what goes over it. */
final class RawConnection implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;

  RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  private void sendHead(String method, String path, String token, String... more)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("%s %s HTTP/1.1".formatted(method, path));
    lines.add("Host: localhost");
    lines.add("Authorization: Bearer " + token);
    lines.addAll(List.of(more));
    send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
  }

  /** Sends a request without body and reads the answer. */
  Answer call(String method, String path, String token) throws IOException {
    sendHead(method, path, token);
    return read();
  }

  /** Sends a request whose body comes in two chunks and reads the answer. */
  Answer callChunked(String method, String path, String token, byte[] body) throws IOException {
    sendHead(method, path, token, "Transfer-Encoding: chunked");
    int half = body.length / 2;
    sendChunk(Arrays.copyOf(body, half));
    sendChunk(Arrays.copyOfRange(body, half, body.length));
    sendChunk(new byte[0]);
    return read();
  }

  private void sendChunk(byte[] chunk) throws IOException {
    send((Integer.toHexString(chunk.length) + "\r\n").getBytes(ISO_8859_1));
    send(chunk);
    send("\r\n".getBytes(ISO_8859_1));
  }

  /** Sends nothing more, and the server learns it. */
  void endOfRequests() throws IOException {
    socket.shutdownOutput();
  }

  /** Reads one answer; what follows it stays unread. */
  Answer read() throws IOException {
    Answer head = readHead();
    return new Answer(
        head.status(), head.headers(), new String(body(head.status(), head.headers()), UTF_8));
  }

  /** Reads the head of one answer. */
  Answer readHead() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    TreeMap<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      fields
          .computeIfAbsent(line.substring(0, colon), it -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    HttpHeaders headers = HttpHeaders.of(fields, (name, value) -> true);
    return new Answer(status, headers, "");
  }

  /** Tells whether the server has closed the connection. Waits for it or for a byte. */
  boolean isClosed() throws IOException {
    return in.read() < 0;
  }

  private byte[] body(int status, HttpHeaders headers) throws IOException {
    if (headers.firstValue("Transfer-Encoding").isEmpty()) {
      int length = (int) headers.firstValueAsLong("Content-Length").orElse(0);
      return status == 204 ? new byte[0] : in.readNBytes(length);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended after: " + line.toString(ISO_8859_1));
      }
      line.write(c);
    }
    return line.toString(ISO_8859_1).strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
