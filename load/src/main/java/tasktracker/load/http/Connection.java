package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.util.CharArrayBuffer;

/** An open connection. Only {@link #close()} may be called by another thread. */
final class Connection implements AutoCloseable {
  /** HttpCore wants to see a request; what is sent is in {@link #request}. */
  private static final ClassicHttpRequest HEAD = new BasicClassicHttpRequest("GET", "/");

  private final SocketChannel channel;
  private final DefaultBHttpClientConnection http;
  private final ByteBuffer probe = ByteBuffer.allocate(1);
  private final CharArrayBuffer headers = new CharArrayBuffer(256);
  private RequestBytes request;

  private Connection(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.http =
        new DefaultBHttpClientConnection(
            Http1Config.DEFAULT,
            null,
            null,
            null,
            null,
            () -> (_, buffer, out) -> request.writeTo(buffer, out),
            _ -> new ResponseParser(headers));
    http.bind(channel.socket());
  }

  static Connection open(Target target, HttpSettings settings) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      int timeout = Math.clamp(settings.connectTimeout().toMillis(), 1, Integer.MAX_VALUE);
      channel.socket().connect(target.address(), timeout);
      return new Connection(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Whether the server has closed the connection, or sent what nobody asked for, so that no request
   * may be sent on it.
   */
  boolean isStale() {
    try {
      channel.configureBlocking(false);
      try {
        return channel.read(probe.clear()) != 0;
      } finally {
        channel.configureBlocking(true);
      }
    } catch (IOException e) {
      return true;
    }
  }

  void send(RequestBytes bytes) throws IOException, HttpException {
    request = bytes;
    http.sendRequestHeader(HEAD);
    http.flush();
  }

  /** Reads a whole response to a request of the given method. */
  void receive(String method, ReceivedResponse into) throws IOException, HttpException {
    ClassicHttpResponse head = http.receiveResponseHeader();
    while (head.getCode() < HttpStatus.SC_OK) {
      head = http.receiveResponseHeader();
    }
    into.begin(head, headers);
    if (MessageSupport.canResponseHaveBody(method, head)) {
      http.receiveResponseEntity(head);
      HttpEntity entity = head.getEntity();
      if (entity != null) {
        try (InputStream content = entity.getContent()) {
          into.readBody(content);
        }
      }
    }
  }

  boolean isReusable(ReceivedResponse response) {
    return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(null, response.head(), null);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is left to be done with it.
    }
  }
}
