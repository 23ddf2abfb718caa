package tasktracker.load.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;

/** An open connection. Only {@link #close()} may be called by another thread. */
final class Connection implements AutoCloseable {
  private static final Duration PATIENCE_FOR_CONTINUE = Duration.ofSeconds(1);
  private static final Duration NO_PATIENCE = Duration.ofMillis(1);

  /** A connection idle for less is taken as open: looking costs a system call. */
  private static final long FRESH_NANOS = Duration.ofMillis(1).toNanos();

  private final SocketChannel channel;
  private Socket socket;
  private OutputStream out;
  private ResponseReader reader;
  private long idleSince;

  private Connection(SocketChannel channel) throws IOException {
    this.channel = channel;
    use(channel.socket());
  }

  /** Connects, without TLS yet. */
  static Connection open(Target target, Duration timeout) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      int millis = Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
      channel.socket().connect(target.address(), millis);
      return new Connection(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Speaks TLS from now on. */
  void secure(Tls tls, Target target) throws IOException {
    use(tls.over(channel.socket(), target));
  }

  /** Tells that it is not in use from this moment on, in the time of {@link System#nanoTime()}. */
  void idleFrom(long nanos) {
    idleSince = nanos;
  }

  /**
   * Whether the server has closed the connection, or sent what nobody asked for, so that no request
   * may be sent on it.
   */
  boolean isStale(long now) {
    if (reader.hasSurplus()) {
      return true;
    }
    if (now - idleSince < FRESH_NANOS) {
      return false;
    }
    try {
      return maySpeakOfTls() ? isAnsweredWithin(NO_PATIENCE) : hasEndedOrSpoken();
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Sends a request and reads the whole response.
   *
   * @return whether the connection may be used for another one
   */
  boolean exchange(RequestBytes request, ReceivedResponse into)
      throws IOException, ProtocolException {
    if (!request.expectsContinue()) {
      request.write(out);
      return receive(reader.readFinalHead(), request, into);
    }
    request.writeHead(out);
    if (isAnsweredWithin(PATIENCE_FOR_CONTINUE)) {
      ResponseHead head = reader.readHead();
      if (!head.isInterim()) {
        receive(head, request, into);
        return false;
      }
    }
    request.writeBody(out);
    return receive(reader.readFinalHead(), request, into);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is left to be done with it.
    }
  }

  private void use(Socket newSocket) throws IOException {
    socket = newSocket;
    out = newSocket.getOutputStream();
    reader = new ResponseReader(newSocket.getInputStream());
  }

  /** Returns whether the server keeps the connection open after this response. */
  private boolean receive(ResponseHead head, RequestBytes request, ReceivedResponse into)
      throws IOException {
    into.begin(head);
    Framing framing = head.framing();
    if (request.isHead() || !mayHaveBody(head.status())) {
      return framing.isPersistent();
    }
    reader.readBody(into);
    return framing.isPersistent() && !framing.isUntilClose();
  }

  private static boolean mayHaveBody(int status) {
    return status != HttpStatus.SC_NO_CONTENT && status != HttpStatus.SC_NOT_MODIFIED;
  }

  /** Servers may send tickets for later sessions at any time, so bytes alone say nothing. */
  private boolean maySpeakOfTls() throws IOException {
    return socket instanceof SSLSocket && channel.socket().getInputStream().available() > 0;
  }

  private boolean isAnsweredWithin(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    try {
      reader.fill();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(0);
    }
  }

  private boolean hasEndedOrSpoken() throws IOException {
    channel.configureBlocking(false);
    try {
      return channel.read(ByteBuffer.allocate(1)) != 0;
    } finally {
      channel.configureBlocking(true);
    }
  }
}
