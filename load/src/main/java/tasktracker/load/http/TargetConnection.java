package tasktracker.load.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;

/** An open connection. Only {@link #close()} may be called by another thread. */
final class TargetConnection implements AutoCloseable {
  private static final Duration PATIENCE_FOR_CONTINUE = Duration.ofSeconds(1);
  private static final Duration NO_PATIENCE = Duration.ofMillis(1);

  private final SocketChannel channel;
  private Socket socket;
  private OutputStream out;
  private ResponseReader reader;
  private long answers;
  private final ByteBuffer probe = ByteBuffer.allocate(1);

  private TargetConnection(SocketChannel channel) throws IOException {
    this.channel = channel;
    use(channel.socket(), ConnectionEnd.PLAIN);
  }

  /**
   * Connects, without TLS yet.
   *
   * @throws GeneratorLimitException when this machine has no socket or port left
   */
  static TargetConnection open(InetSocketAddress address, Duration timeout) throws IOException {
    SocketChannel channel = newChannel();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      int millis = Math.clamp(timeout.plusNanos(999_999).toMillis(), 1, Integer.MAX_VALUE);
      channel.socket().connect(address, millis);
      return new TargetConnection(channel);
    } catch (BindException e) {
      channel.close();
      throw GeneratorLimitException.ofPorts(e);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static SocketChannel newChannel() throws IOException {
    try {
      return SocketChannel.open();
    } catch (IOException e) {
      throw GeneratorLimitException.ofFiles(e);
    }
  }

  void secure(Tls tls, ResolvedTarget target) throws IOException {
    WatchedSocket plain = new WatchedSocket(channel.socket());
    use(tls.over(plain, target), plain::requireNotCut);
  }

  /**
   * Whether the server has closed the connection, or sent what nobody asked for, so that no request
   * may be sent on it.
   */
  boolean isStale() {
    if (reader.hasSurplus()) {
      return true;
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
   * @throws NeverReceivedException when the server, after an earlier response, closed the
   *     connection before this request came
   */
  boolean exchange(RequestBytes request, ReceivedResponse into)
      throws IOException, ProtocolException {
    if (request.expectsContinue()) {
      request.writeHead(out);
      if (isAnsweredWithin(PATIENCE_FOR_CONTINUE)) {
        ResponseHead head = reader.readHead();
        if (!head.isInterim()) {
          receive(head, request, into);
          return false;
        }
        reader.requireHttp();
      }
    }
    return request.isShort() ? exchangeAtOnce(request, into) : exchangeAtOneTime(request, into);
  }

  /** What a server said before it closed the connection is an answer, although not all was sent. */
  private boolean exchangeAtOnce(RequestBytes request, ReceivedResponse into)
      throws IOException, ProtocolException {
    IOException unsent = null;
    try {
      request.write(out);
    } catch (IOException e) {
      unsent = e;
    }
    try {
      return receive(reader.readFinalHead(), request, into) && unsent == null;
    } catch (NoHttpResponseException e) {
      if (unsent != null) {
        throw unsent;
      }
      if (answers > 0 && !request.expectsContinue() && PendingReset.followed(channel)) {
        throw new NeverReceivedException(e);
      }
      throw e;
    }
  }

  /**
   * A server may answer before it has read all of a long body, or instead of reading it: so the
   * answer is read while the body is sent.
   */
  private boolean exchangeAtOneTime(RequestBytes request, ReceivedResponse into)
      throws IOException, ProtocolException {
    Sending sending = Sending.start(request.lend(), out);
    ResponseHead head = reader.readFinalHead();
    return receive(head, request, into) && sending.isComplete(head.status());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is left to be done with it.
    }
  }

  private void use(Socket newSocket, ConnectionEnd end) throws IOException {
    socket = newSocket;
    out = newSocket.getOutputStream();
    reader = new ResponseReader(newSocket.getInputStream(), end);
  }

  /** Returns whether the server keeps the connection open after this response. */
  private boolean receive(ResponseHead head, RequestBytes request, ReceivedResponse into)
      throws IOException {
    into.begin(head);
    answers++;
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
      return channel.read(probe.clear()) != 0;
    } finally {
      channel.configureBlocking(true);
    }
  }
}
