package tasktracker.load.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A worker that listens at an address. */
final class RemoteWorker implements WorkerConnection {
  /** Both sides say something every second; whoever is silent for so long is lost. */
  static final Duration SILENCE = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String name;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private RemoteWorker(String name, Socket socket) throws IOException {
    this.name = name;
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /**
   * Connects, and makes sure that both know the token.
   *
   * @throws WorkerException when that fails
   */
  @SuppressWarnings("PMD.CloseResource") // The socket lives as long as the connection.
  static RemoteWorker connect(InetSocketAddress address, WorkerToken token) {
    String name = "worker %s:%s".formatted(address.getHostString(), address.getPort());
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(address.getHostString(), address.getPort()),
          (int) PATIENCE.toMillis());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      new Handshake(socket).asCoordinator(token);
      socket.setSoTimeout((int) SILENCE.toMillis());
      return new RemoteWorker(name, socket);
    } catch (IOException e) {
      close(socket);
      throw new WorkerException("%s cannot be used: %s".formatted(name, reason(e)), e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof java.net.UnknownHostException) {
      return "the host is not known";
    }
    return e instanceof SocketTimeoutException
        ? "no answer for %s s".formatted(PATIENCE.toSeconds())
        : e.getMessage();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public InputStream input() {
    return in;
  }

  @Override
  public OutputStream output() {
    return out;
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public String whyLost(IOException failure) {
    abort();
    if (failure == null) {
      return "closed the connection";
    }
    return failure instanceof SocketTimeoutException
        ? "said nothing for %s s".formatted(SILENCE.toSeconds())
        : "was lost: " + failure.getMessage();
  }

  @Override
  public void abort() {
    close(socket);
  }

  @Override
  public void close() {
    close(socket);
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }
}
