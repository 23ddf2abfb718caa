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
import org.apache.hc.core5.http.message.MessageSupport;

/** An open connection. Only {@link #close()} may be called by another thread. */
final class Connection implements AutoCloseable {
  private final SocketChannel channel;
  private final DefaultBHttpClientConnection http;
  private final ByteBuffer probe = ByteBuffer.allocate(1);

  private Connection(SocketChannel channel, DefaultBHttpClientConnection http) {
    this.channel = channel;
    this.http = http;
  }

  static Connection open(Target target) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      int timeout = Math.clamp(target.connectTimeout().toMillis(), 1, Integer.MAX_VALUE);
      channel.socket().connect(target.address(), timeout);
      DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
      http.bind(channel.socket());
      return new Connection(channel, http);
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

  void send(ClassicHttpRequest request) throws IOException, HttpException {
    http.sendRequestHeader(request);
    if (request.getEntity() != null) {
      http.sendRequestEntity(request);
    }
    http.flush();
  }

  /** Reads a whole response. */
  void receive(ClassicHttpRequest request, ReceivedResponse into)
      throws IOException, HttpException {
    ClassicHttpResponse head = http.receiveResponseHeader();
    while (head.getCode() < HttpStatus.SC_OK) {
      head = http.receiveResponseHeader();
    }
    into.begin(head);
    if (MessageSupport.canResponseHaveBody(request.getMethod(), head)) {
      http.receiveResponseEntity(head);
      HttpEntity entity = head.getEntity();
      if (entity != null) {
        try (InputStream content = entity.getContent()) {
          into.readBody(content);
        }
      }
    }
  }

  boolean isReusable(ClassicHttpRequest request, ReceivedResponse response) {
    return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response.head(), null);
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
