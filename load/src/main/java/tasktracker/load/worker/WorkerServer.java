package tasktracker.load.worker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Generates load for coordinators that connect and know the token, for one at a time. No code is
 * taken from them: an order names a workload of the lab, or holds the text of a scenario.
 */
public final class WorkerServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_STRANGERS = 16;

  private final ServerSocket server;
  private final WorkerToken token;
  private final Consumer<String> log;
  private final Semaphore strangers = new Semaphore(MOST_STRANGERS);
  private final Semaphore free = new Semaphore(1);

  /**
   * Begins to listen.
   *
   * @param log is told what happens, a line each
   * @throws IOException when the address cannot be had
   */
  public WorkerServer(InetSocketAddress address, WorkerToken token, Consumer<String> log)
      throws IOException {
    this.server = new ServerSocket();
    this.token = token;
    this.log = log;
    try {
      server.setReuseAddress(true);
      server.bind(address);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.getLocalPort();
  }

  /** Serves until {@link #close()}. */
  public void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (strangers.tryAcquire()) {
          Thread.ofPlatform().daemon().name("coordinator").start(() -> serve(socket));
        } else {
          RemoteWorker.close(socket);
        }
      } catch (IOException e) {
        // A coordinator that was gone already, or the end.
      }
    }
  }

  private void serve(Socket socket) {
    String from = socket.getInetAddress().getHostAddress();
    try (socket) {
      if (isWelcome(socket)) {
        log.accept("Working for " + from);
        try {
          new WorkerSession(socket).serve();
        } finally {
          free.release();
        }
        log.accept("Ready");
      } else {
        log.accept("Refused %s: busy".formatted(from));
      }
    } catch (IOException e) {
      log.accept("Refused %s: %s".formatted(from, e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isWelcome(Socket socket) throws IOException {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      return new Handshake(socket).asWorker(token, free::tryAcquire);
    } finally {
      strangers.release();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // It is closed either way.
    }
  }
}
