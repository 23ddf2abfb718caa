package tasktracker.service.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1Connection;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;

/**
 * HTTP/1.1 by Helidon behind {@link RequestFraming}: Helidon sees only requests whose framing is
 * beyond doubt. Thread-safe; one for each server.
 */
public final class StrictHttp implements ServerConnectionSelector, AutoCloseable {

  private static final Set<String> PROTOCOLS = Set.of("http/1.1");

  private final HeadLimits headLimits;
  private final WireLimits limits;
  private final Http1ConnectionSelector http;
  private final ConnectionWatch watch = new ConnectionWatch();

  /** Creates the protocol of one server. */
  public StrictHttp(HeadLimits headLimits) {
    this(headLimits, WireLimits.DEFAULTS);
  }

  StrictHttp(HeadLimits headLimits, WireLimits limits) {
    this.headLimits = headLimits;
    this.limits = limits;
    this.http =
        Http1ConnectionSelector.builder()
            .config(
                Http1Config.builder()
                    .sendKeepAliveHeader(false)
                    // Checked here before; these only have to be larger.
                    .maxPrologueLength(2 * headLimits.requestLine())
                    .maxHeadersSize(2 * headLimits.fields())
                    .addSendListener(new Answers())
                    .build())
            .build();
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return PROTOCOLS;
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    ClientConnection connection =
        new ClientConnection(context.serverSocket(), context.dataWriter(), headLimits, limits);
    FramedContext framed = new FramedContext(context, connection);
    return new FramedConnection((Http1Connection) http.connection(framed), connection, watch);
  }

  /** Ends the watch over the connections. */
  @Override
  public void close() {
    watch.close();
  }

  /** Tells each connection how it answers. */
  private static final class Answers implements Http1ConnectionListener {

    @Override
    public void headers(ConnectionContext context, Headers headers) {
      if (context instanceof FramedContext framed && headers instanceof WritableHeaders<?> own) {
        framed.connection().answering(own);
      }
    }
  }
}
