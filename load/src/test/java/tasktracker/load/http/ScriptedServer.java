package tasktracker.load.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A server on a real socket that says whatever a test wants it to say. */
public final class ScriptedServer implements AutoCloseable {
  private final String scheme;
  private final ServerSocket listener;
  private final Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** What is done for one request. */
  @FunctionalInterface
  public interface Script {
    /** Answers on the connection, or does not. */
    void answer(Exchange exchange) throws IOException, InterruptedException;
  }

  /**
   * One request and the connection it came on, where a body that is chunked or held back is still
   * to be read.
   */
  public record Exchange(String head, String body, Socket socket, InputStream in) {
    public String requestLine() {
      return head.lines().findFirst().orElse("");
    }

    public void send(String raw) throws IOException {
      socket.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
    }

    public void ok(String body) throws IOException {
      respond("200 OK", body);
    }

    public void respond(String status, String body) throws IOException {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      send("HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }

    public void closeWithReset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  public ScriptedServer(Script script) {
    this("http", ServerSocketFactory.getDefault(), InetAddress.getLoopbackAddress(), script);
  }

  private ScriptedServer(
      String scheme, ServerSocketFactory sockets, InetAddress address, Script script) {
    this.scheme = scheme;
    this.script = script;
    try {
      listener = sockets.createServerSocket(0, 1024, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  static ScriptedServer at(InetAddress address, Script script) {
    return new ScriptedServer("http", ServerSocketFactory.getDefault(), address, script);
  }

  static ScriptedServer secure(SSLContext context, Script script) {
    InetAddress address = InetAddress.getLoopbackAddress();
    return new ScriptedServer("https", context.getServerSocketFactory(), address, script);
  }

  public URI uri() {
    return uri("127.0.0.1");
  }

  URI uri(String host) {
    return URI.create(scheme + "://" + host + ":" + listener.getLocalPort());
  }

  /** Heads of all requests so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public int connections() {
    return connections.get();
  }

  public int openConnections() {
    return open.size();
  }

  public void closeConnections() {
    open.forEach(ScriptedServer::close);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    closeConnections();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The server was closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String head = readHead(in); !head.isEmpty(); head = readHead(in)) {
        requests.add(head);
        byte[] body = in.readNBytes(head.contains("\r\nExpect:") ? 0 : contentLength(head));
        script.answer(new Exchange(head, new String(body, StandardCharsets.UTF_8), socket, in));
      }
    } catch (IOException | InterruptedException e) {
      // The client went away, or the script closed the connection.
    } finally {
      open.remove(socket);
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int next = in.read();
    while (next >= 0) {
      head.append((char) next);
      if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return head.toString();
      }
      next = in.read();
    }
    return "";
  }

  private static int contentLength(String head) {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
