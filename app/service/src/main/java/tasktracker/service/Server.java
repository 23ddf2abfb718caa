package tasktracker.service;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.Method;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import tasktracker.service.wire.StrictHttp;

/**
 * A running HTTP server made of {@link Component}s. Answers {@code GET /}, {@code GET /health} and,
 * if asked to, {@code GET /metrics} besides their routes. Thread-safe.
 */
public final class Server implements AutoCloseable {

  /**
   * Bodies up to this size are read to their end even when they are refused, so that the client
   * gets to read the refusal; beyond it the connection is closed.
   */
  private static final long MAX_DRAINED_BYTES = 16L * 1024 * 1024;

  private static final Duration LONGEST_DRAIN = Duration.ofMillis(500);
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

  private final Identity identity;
  private final WebServer webServer;
  private final StrictHttp http;
  private final Lifecycle lifecycle;
  private final List<Component> components;
  private final Duration drainTime;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Server(
      Identity identity,
      WebServer webServer,
      StrictHttp http,
      Lifecycle lifecycle,
      List<Component> components,
      Duration shutdownGrace) {
    this.identity = identity;
    this.webServer = webServer;
    this.http = http;
    this.lifecycle = lifecycle;
    this.components = components;
    this.drainTime = shutdownGrace.compareTo(LONGEST_DRAIN) < 0 ? shutdownGrace : LONGEST_DRAIN;
  }

  /**
   * Starts a server and returns when it serves. {@code GET /health} answers 503 from the moment the
   * port is open until then. When a component cannot get ready everything is closed again.
   *
   * @throws SettingException if the address cannot be listened on
   */
  public static Server start(Identity identity, ServerSettings settings, Component... components) {
    List<Component> parts = List.of(components);
    Lifecycle lifecycle = new Lifecycle(identity, parts);
    StrictHttp http = new StrictHttp(settings.headLimits());
    try {
      WebServer webServer = listen(settings, http, lifecycle, parts);
      Server server =
          new Server(identity, webServer, http, lifecycle, parts, settings.shutdownGrace());
      server.prepare();
      return server;
    } catch (RuntimeException e) {
      http.close();
      closeAll(parts);
      throw e;
    }
  }

  private static WebServer listen(
      ServerSettings settings, StrictHttp http, Lifecycle lifecycle, List<Component> components) {
    InetAddress address = requireFree(settings);
    WebServer webServer =
        WebServer.builder()
            .address(address)
            .port(settings.port())
            .shutdownHook(false)
            .shutdownGracePeriod(settings.shutdownGrace())
            .maxPayloadSize(MAX_DRAINED_BYTES)
            .idleConnectionTimeout(IDLE_TIMEOUT)
            .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
            .maxTcpConnections(MostConnections.ofProcess())
            .protocolsDiscoverServices(false)
            .addConnectionSelector(http)
            .directHandlers(ProblemDetails.beforeRouting())
            .routing(routing -> route(routing, settings, lifecycle, components))
            .build()
            .start();
    if (!webServer.isRunning()) {
      throw taken(settings, address);
    }
    return webServer;
  }

  private static void route(
      HttpRouting.Builder routing,
      ServerSettings settings,
      Lifecycle lifecycle,
      List<Component> components) {
    if (settings.accessLog()) {
      routing.addFilter(new AccessLog());
    }
    Optional<ServiceMetrics> metrics =
        settings.metrics() ? Optional.of(new ServiceMetrics()) : Optional.empty();
    metrics.ifPresent(routing::addFilter);
    routing.addFilter(lifecycle);
    if (settings.responseDelay().isPositive()) {
      routing.addFilter(
          ResponseDelay.fromNow(settings.responseDelay(), settings.responseDelayFor()));
    }
    ProblemDetails.register(routing);
    Routes routes = new Routes(routing);
    if (!settings.corsOrigins().isEmpty()) {
      routing.addFilter(new Cors(settings.corsOrigins()));
    }
    routing.addFilter(new PlainPaths(routes));
    components.forEach(component -> component.addRoutes(routes));
    routes.add(Method.GET, Lifecycle.HEALTH_PATH, lifecycle::answerHealth);
    routes.add(Method.GET, "/", lifecycle::answerRoot);
    metrics.ifPresent(found -> routes.add(Method.GET, ServiceMetrics.PATH, found::answer));
    routes.complete();
  }

  /** Helidon only logs that a port is taken, so ask before. */
  private static InetAddress requireFree(ServerSettings settings) {
    InetAddress address;
    try {
      address = InetAddress.getByName(settings.host());
    } catch (UnknownHostException e) {
      throw SettingException.of("HOST", settings.host(), "an address of this machine");
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address, settings.port()));
    } catch (BindException e) {
      throw taken(settings, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return address;
  }

  private static SettingException taken(ServerSettings settings, InetAddress address) {
    return new SettingException(
        "PORT is %d: %s cannot listen there, give a free port"
            .formatted(settings.port(), address.getHostAddress()));
  }

  private void prepare() {
    try {
      components.forEach(Component::prepare);
      lifecycle.running();
    } catch (RuntimeException e) {
      webServer.stop();
      throw e;
    }
  }

  /** Returns who this server is. */
  public Identity identity() {
    return identity;
  }

  /** Returns the port that it listens on. */
  public int port() {
    return webServer.port();
  }

  /** Returns the URL that it answers at, such as {@code http://127.0.0.1:9000}. */
  public String url() {
    String host = webServer.prototype().address().getHostAddress();
    return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port());
  }

  /**
   * Stops cleanly: for a moment responses ask callers to go, then there are no new connections,
   * requests in flight get their answers within {@code SHUTDOWN_GRACE}, and the components are
   * closed. Does nothing the second time.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      lifecycle.drain(drainTime);
      webServer.stop();
      http.close();
      closeAll(components);
    }
  }

  private static void closeAll(List<Component> components) {
    components.reversed().forEach(Component::close);
  }
}
