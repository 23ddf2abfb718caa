package tasktracker.load.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A connection to a worker that can break, go silent, or swallow what the worker says. */
final class TamperedLine implements AutoCloseable {
  private final ServerSocket listener;
  private final InetSocketAddress worker;
  private final Predicate<String> swallowed;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;

  /**
   * To the worker at this port.
   *
   * @param swallowed the lines of the worker that do not arrive
   */
  TamperedLine(int port, Predicate<String> swallowed) {
    this.worker = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.swallowed = swallowed;
    try {
      listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  InetSocketAddress address() {
    return InetSocketAddress.createUnresolved("127.0.0.1", listener.getLocalPort());
  }

  /**
   * From now on nothing arrives in either direction, and both ends think that they are connected.
   */
  void goSilent() {
    silent = true;
  }

  /** Breaks the connections that there are. */
  void cut() {
    open.forEach(TamperedLine::close);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listener.accept();
        Socket far = new Socket(worker.getAddress(), worker.getPort());
        open.add(near);
        open.add(far);
        Thread.ofPlatform().daemon().start(() -> forward(near, far, _ -> false));
        Thread.ofPlatform().daemon().start(() -> forward(far, near, swallowed));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void forward(Socket from, Socket to, Predicate<String> without) {
    try {
      to.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
      OutputStream out = to.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!silent && !without.test(line)) {
          out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // One of them went away.
    }
    close(from);
    // On a broken line not even the end arrives.
    if (!silent) {
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }
}
