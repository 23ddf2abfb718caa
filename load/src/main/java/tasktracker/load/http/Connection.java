package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/** An open connection. Only {@link #close()} may be called by another thread. */
final class Connection implements AutoCloseable {
  /** Small, for there may be many thousands; a long body is read past it. */
  private static final int BUFFER_SIZE = 2 * 1024;

  private static final int LONGEST_LINE = 64 * 1024;
  private static final int MOST_INTERIM_RESPONSES = 20;
  private static final Duration PATIENCE_FOR_CONTINUE = Duration.ofSeconds(1);
  private static final Duration NO_PATIENCE = Duration.ofMillis(1);

  /** A connection idle for less is taken as open: looking costs a system call. */
  private static final long FRESH_NANOS = Duration.ofMillis(1).toNanos();

  private final SocketChannel channel;
  private final ResponseHead head = new ResponseHead();
  private final SessionInputBufferImpl buffer =
      new SessionInputBufferImpl(BUFFER_SIZE, LONGEST_LINE);
  private Socket socket;
  private WatchedInput in;
  private OutputStream out;
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
    if (buffer.hasBufferedData()) {
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
   * @return whether the server keeps the connection open for another one
   */
  boolean exchange(RequestBytes request, ReceivedResponse into)
      throws IOException, ProtocolException {
    boolean answeredEarly = false;
    if (request.expectsContinue()) {
      request.writeHead(out);
      answeredEarly = isAnsweredWithin(PATIENCE_FOR_CONTINUE) && !readHead().isInterim();
      if (!answeredEarly) {
        request.writeBody(out);
      }
    } else {
      request.write(out);
    }
    if (!answeredEarly) {
      readFinalHead();
    }
    into.begin(head);
    if (!request.isHead() && mayHaveBody(head.status())) {
      readBody(into);
      return head.framing().isPersistent() && !head.framing().isUntilClose() && !answeredEarly;
    }
    return head.framing().isPersistent() && !answeredEarly;
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
    in = new WatchedInput(newSocket.getInputStream());
    out = newSocket.getOutputStream();
  }

  private void readFinalHead() throws IOException, ProtocolException {
    for (int i = 0; i < MOST_INTERIM_RESPONSES; i++) {
      if (!readHead().isInterim()) {
        return;
      }
    }
    throw new ProtocolException("no end of responses that are no answer");
  }

  private ResponseHead readHead() throws IOException, ProtocolException {
    if (!head.read(buffer, in)) {
      throw new NoHttpResponseException("closed without a response");
    }
    return head;
  }

  private static boolean mayHaveBody(int status) {
    return status != HttpStatus.SC_NO_CONTENT && status != HttpStatus.SC_NOT_MODIFIED;
  }

  private void readBody(ReceivedResponse into) throws IOException {
    Framing framing = head.framing();
    if (framing.isChunked()) {
      read(new ChunkedInputStream(buffer, in), framing, into);
    } else if (framing.isUntilClose()) {
      read(new IdentityInputStream(buffer, in), framing, into);
    } else if (framing.length() > 0) {
      into.expect(framing.length());
      read(new ContentLengthInputStream(buffer, in, framing.length()), framing, into);
    }
  }

  private static void read(InputStream content, Framing framing, ReceivedResponse into)
      throws IOException {
    if (framing.isGzip()) {
      into.readBody(new GZIPInputStream(content));
      content.transferTo(OutputStream.nullOutputStream());
    } else {
      into.readBody(content);
    }
  }

  /** Servers may send tickets for later sessions at any time, so bytes alone say nothing. */
  private boolean maySpeakOfTls() throws IOException {
    return socket instanceof SSLSocket && channel.socket().getInputStream().available() > 0;
  }

  private boolean isAnsweredWithin(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    try {
      buffer.fillBuffer(in);
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
