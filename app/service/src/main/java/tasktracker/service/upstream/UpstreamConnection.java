package tasktracker.service.upstream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NoHttpResponseException;

/** One connection to one instance, used by one thread at a time. */
final class UpstreamConnection implements AutoCloseable {

  private final UpstreamInstance instance;
  private final SocketChannel channel;
  private final HttpConnection http;
  private final AnswerDeadline deadline;
  private final ByteBuffer probe = ByteBuffer.allocate(1);
  private long idleSince;

  private UpstreamConnection(UpstreamInstance instance, SocketChannel channel) throws IOException {
    this.instance = instance;
    this.channel = channel;
    this.http = new HttpConnection(channel.socket());
    this.deadline = new AnswerDeadline(instance.settings().responseTimeout());
  }

  /** Connects; nothing has been sent when it fails. */
  static UpstreamConnection open(UpstreamInstance instance) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      InetSocketAddress address = instance.resolved();
      channel.socket().connect(address, (int) instance.settings().connectTimeout().toMillis());
      return new UpstreamConnection(instance, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Sends a request and waits for the head of its response. */
  UpstreamResponse exchange(UpstreamRequest request) throws IOException {
    try {
      ClassicHttpResponse response = send(request);
      return new UpstreamResponse(this, response, request.isHead());
    } catch (HttpException e) {
      throw failure(new IOException(e.getMessage(), e));
    } catch (IOException e) {
      if (request.body() != null && request.body().sourceFailed()) {
        throw e;
      }
      throw failure(e);
    }
  }

  private ClassicHttpResponse send(UpstreamRequest request) throws HttpException, IOException {
    if (!request.message().containsHeader(HttpHeaders.HOST)) {
      request.header(HttpHeaders.HOST, instance.toString());
    }
    startDeadline();
    try {
      http.sendRequestHeader(request.message());
      if (request.body() != null) {
        request.body().sendOver(this);
        http.sendRequestEntity(request.message());
      }
      http.flush();
    } catch (IOException e) {
      return responseDespite(e, request);
    }
    return receive();
  }

  /** A service may refuse a body before it has read all of it: its answer is what counts. */
  private ClassicHttpResponse responseDespite(IOException failure, UpstreamRequest request)
      throws IOException {
    if (request.body() == null || request.body().sourceFailed() || deadline.isExpired()) {
      throw failure;
    }
    try {
      http.doNotReuse();
      return receive();
    } catch (IOException | HttpException e) {
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private ClassicHttpResponse receive() throws HttpException, IOException {
    startDeadline();
    ClassicHttpResponse response;
    do {
      response = http.receiveResponseHeader();
      if (http.sawEndOfStream()) {
        throw new NoHttpResponseException("the connection was closed within the response head");
      }
    } while (response.getCode() < HttpStatus.SC_SUCCESS);
    stopDeadline();
    http.receiveResponseEntity(response);
    return response;
  }

  void startDeadline() {
    deadline.start();
  }

  void stopDeadline() throws IOException {
    if (!deadline.stop()) {
      throw new IOException("the connection was closed at its deadline");
    }
  }

  /** What a failure after sending means to the caller. */
  UpstreamException failure(IOException cause) {
    return deadline.isExpired()
        ? new UpstreamException.TimedOut(
            instance.service(), instance.settings().responseTimeout(), cause)
        : new UpstreamException.BrokenOff(instance.service(), cause);
  }

  /** Closes the socket under a thread that has waited too long. */
  void closeIfOverdue(long now) {
    if (deadline.expire(now)) {
      closeSocket();
    }
  }

  /** Whether the service has closed it, or sent what nobody asked for, while it was idle. */
  boolean isStale() {
    try {
      channel.configureBlocking(false);
      int count = channel.read(probe.clear());
      channel.configureBlocking(true);
      return count != 0;
    } catch (IOException e) {
      return true;
    }
  }

  boolean idleLongerThan(long nanos, long now) {
    return now - idleSince > nanos;
  }

  /** Gives it back to the pool if both sides are at the end of a message, else closes it. */
  void release(ClassicHttpResponse response) {
    if (http.isReusableAfter(response)) {
      idleSince = System.nanoTime();
      instance.pool().giveBack(this);
    } else {
      close();
    }
  }

  @Override
  public void close() {
    closeSocket();
    instance.pool().forget(this);
  }

  void closeSocket() {
    try {
      channel.close();
    } catch (IOException e) {
      // The file descriptor is released even then.
    }
  }
}
