import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A connection to a port of this machine that counts what comes back. */
final class CountedLine implements AutoCloseable {
  private final ServerSocket listener;
  private final int port;
  private final AtomicLong fromWorker = new AtomicLong();

  CountedLine(int port) throws IOException {
    this.port = port;
    this.listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  InetSocketAddress address() {
    return InetSocketAddress.createUnresolved("127.0.0.1", listener.getLocalPort());
  }

  long fromWorker() {
    return fromWorker.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listener.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().start(() -> forward(near, far, new AtomicLong()));
        Thread.ofPlatform().daemon().start(() -> forward(far, near, fromWorker));
      }
    } catch (IOException e) {
      // The bench has ended.
    }
  }

  private static void forward(Socket from, Socket to, AtomicLong count) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[65_536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count.addAndGet(read);
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One of them went away.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
