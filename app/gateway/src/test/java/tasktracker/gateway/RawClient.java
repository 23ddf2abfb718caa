package tasktracker.gateway;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One client connection that sends and reads HTTP as plain text. */
final class RawClient implements AutoCloseable {

  /** A response as it came: start line and headers, and the body without chunk framing. */
  record Response(String head, String body) {

    int status() {
      return Integer.parseInt(head.substring(9, 12));
    }

    /** Every value of a header. */
    List<String> header(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ": ";
      return Arrays.stream(head.split("\r\n"))
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .toList();
    }
  }

  private final Socket socket;
  private final InputStream in;

  RawClient(String url) throws IOException {
    URI uri = URI.create(url);
    socket = new Socket(uri.getHost(), uri.getPort());
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a request without a body and reads the response. */
  Response call(String method, String target, String... headers) throws IOException {
    send(method, target, headers);
    return method.equals("HEAD") ? new Response(readHead(), "") : read();
  }

  /** Sends a head alone. */
  void send(String method, String target, String... headers) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: tasks.example\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    write(head.append("\r\n").toString());
  }

  void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends nothing more, and the server learns it. */
  void endOfRequests() throws IOException {
    socket.shutdownOutput();
  }

  /**
   * Reads a whole response.
   *
   * @throws EOFException if it is cut
   */
  Response read() throws IOException {
    Response response = new Response(readHead(), "");
    List<String> length = response.header("Content-Length");
    String body = length.isEmpty() ? readChunks() : read(Integer.parseInt(length.getFirst()));
    return new Response(response.head(), body);
  }

  private String readChunks() throws IOException {
    StringBuilder body = new StringBuilder();
    while (true) {
      int size = Integer.parseInt(readLine(), 16);
      body.append(read(size));
      readLine();
      if (size == 0) {
        return body.toString();
      }
    }
  }

  String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      head.append(line).append("\r\n");
    }
    return head.toString();
  }

  String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("cut after '%s'".formatted(line));
      }
      line.append((char) next);
    }
    return line.substring(0, line.length() - 1);
  }

  String read(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("cut after %d of %d bytes".formatted(bytes.length, count));
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
