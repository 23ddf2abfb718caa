package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import org.apache.hc.core5.http.ConnectionClosedException;

/**
 * The socket below TLS, which sees whether the connection itself ended. TLS shows its stream of the
 * JDK as ended either way, so that anyone who can cut the connection could shorten a body (RFC
 * 9112, section 9.8). It does what TLS of the JDK asks of a socket below it, and no more.
 */
final class WatchedSocket extends Socket {
  private final Socket socket;
  private final WatchedInput in;

  WatchedSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new WatchedInput(socket.getInputStream());
  }

  /**
   * @throws ConnectionClosedException when the connection ended before TLS said that it would
   */
  void requireNotCut() throws ConnectionClosedException {
    if (in.hasEnded()) {
      throw new ConnectionClosedException("TLS ended without close_notify");
    }
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return socket.getOutputStream();
  }

  @Override
  public InetAddress getInetAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getPort() {
    return socket.getPort();
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    socket.setSoTimeout(millis);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return socket.getSoTimeout();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected();
  }

  @Override
  public boolean isClosed() {
    return socket.isClosed();
  }

  @Override
  public boolean isInputShutdown() {
    return socket.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return socket.isOutputShutdown();
  }

  @Override
  public void shutdownInput() throws IOException {
    socket.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public int getSoLinger() throws SocketException {
    return socket.getSoLinger();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
