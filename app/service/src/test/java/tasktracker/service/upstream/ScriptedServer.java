package tasktracker.service.upstream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A raw TCP server that plays one script on every connection and records the requests it saw,
 * health checks apart.
 */
final class ScriptedServer implements AutoCloseable {

  /** What happens on one connection; it is closed afterwards. */
  interface Script {
    void play(Peer peer) throws IOException, InterruptedException;
  }

  private static final Pattern CONTENT_LENGTH = Pattern.compile("\r\ncontent-length: (\\d+)\r\n");

  private final ServerSocket server;
  private final Thread acceptor;
  private final Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger healthChecks = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();

  ScriptedServer(Script script) throws IOException {
    this(0, script);
  }

  ScriptedServer(int port, Script script) throws IOException {
    this.script = script;
    server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    acceptor = Thread.ofVirtual().start(this::accept);
  }

  /** Gives every request of a connection the same response. */
  static ScriptedServer answering(String response) throws IOException {
    return new ScriptedServer(alwaysAnswering(response));
  }

  static Script alwaysAnswering(String response) {
    return peer -> {
      while (peer.readRequest()) {
        peer.write(response);
      }
    };
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> play(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void play(Socket socket) {
    try (socket) {
      script.play(new Peer(socket));
    } catch (IOException | InterruptedException e) {
      // The test looks at the client.
    } finally {
      open.remove(socket);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  int connections() {
    return connections.get();
  }

  int openConnections() {
    return open.size();
  }

  /** Every request but health checks, head and body, in order of arrival. */
  List<String> requests() {
    return requests;
  }

  int healthChecks() {
    return healthChecks.get();
  }

  private void record(String request) {
    if (request.startsWith("GET /health ")) {
      healthChecks.incrementAndGet();
    } else {
      requests.add(request);
    }
  }

  /** Returns when the port refuses connections, which is only after the acceptor has left it. */
  @Override
  public void close() {
    try {
      server.close();
      acceptor.join();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The server's end of a connection. */
  final class Peer {

    private final Socket socket;
    private final InputStream in;

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Reads a request with its body; false if the client closed the connection. */
    boolean readRequest() throws IOException {
      String head = readUntil("\r\n\r\n");
      if (head.isEmpty()) {
        return false;
      }
      String lower = head.toLowerCase(Locale.ROOT);
      Matcher length = CONTENT_LENGTH.matcher(lower);
      String body = "";
      if (length.find()) {
        body = text(in.readNBytes(Integer.parseInt(length.group(1))));
      } else if (lower.contains("\r\ntransfer-encoding: chunked\r\n")) {
        body = readUntil("0\r\n\r\n");
      }
      record(head + body);
      return true;
    }

    /** Reads a head alone. */
    String readHead() throws IOException {
      String head = readUntil("\r\n\r\n");
      record(head);
      return head;
    }

    private String readUntil(String end) throws IOException {
      StringBuilder text = new StringBuilder();
      while (text.length() < end.length()
          || !text.substring(text.length() - end.length()).equals(end)) {
        int next = in.read();
        if (next < 0) {
          return text.toString();
        }
        text.append((char) next);
      }
      return text.toString();
    }

    void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void close() throws IOException {
      socket.close();
    }

    /** Makes the close that follows a reset. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
