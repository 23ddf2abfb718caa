package tasktracker.ui;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import tasktracker.error.EnvironmentException;
import tasktracker.error.LabException;
import tasktracker.error.UsageException;
import tasktracker.ui.archive.ExperimentArchive;
import tasktracker.ui.form.CommandForms;
import tasktracker.ui.job.JobQueue;
import tasktracker.ui.refusal.RefusalException;
import tasktracker.ui.study.Studies;

/** A running dashboard. Thread-safe. */
public final class Dashboard implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Dashboard.class.getName());
  private static final long LARGEST_BODY = 64 << 10;
  private static final int MOST_CONNECTIONS = 512;
  private static final Duration GRACE = Duration.ofMillis(500);

  private final WebServer server;
  private final EventStreams streams;
  private final JobQueue jobs;

  private Dashboard(WebServer server, EventStreams streams, JobQueue jobs) {
    this.server = server;
    this.streams = streams;
    this.jobs = jobs;
  }

  /**
   * Starts a dashboard, which serves when this returns.
   *
   * @param commands makes a command line of the lab, to read it and to try it; none is carried out
   * @throws LabException when it cannot listen there
   */
  public static Dashboard start(DashboardSettings settings, Supplier<CommandLine> commands) {
    InetAddress address = requireFree(settings);
    ExperimentArchive archive = new ExperimentArchive(settings.results());
    JobQueue jobs =
        new JobQueue(
            settings.launcher(), settings.results(), archive::isTaken, archive::isAnyRunning);
    EventStreams streams = new EventStreams(archive);
    Api api =
        new Api(archive, new Studies(archive), jobs, new CommandForms(commands), streams, settings);
    WebServer server =
        WebServer.builder()
            .address(address)
            .port(settings.port())
            .shutdownHook(false)
            .shutdownGracePeriod(GRACE)
            .maxPayloadSize(LARGEST_BODY)
            .maxTcpConnections(MOST_CONNECTIONS)
            .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
            .directHandlers(refusals())
            .routing(routing -> route(routing, settings, api))
            .build()
            .start();
    if (!server.isRunning()) {
      jobs.close();
      throw taken(settings, null);
    }
    // What is read of old experiments is kept: let the first page not wait for it.
    Thread.ofVirtual().name("archive").start(archive::list);
    return new Dashboard(server, streams, jobs);
  }

  private static void route(HttpRouting.Builder routing, DashboardSettings settings, Api api) {
    routing
        .addFilter(new Gatekeeper(settings.host(), settings.token()))
        .error(
            RefusalException.class,
            (_, response, e) -> refuse(response, e.status(), e.getMessage()))
        .error(UsageException.class, (_, response, e) -> refuse(response, 400, e.getMessage()))
        .error(LabException.class, (_, response, e) -> refuse(response, 503, e.getMessage()))
        .error(
            HttpException.class,
            (_, response, e) -> refuse(response, e.status().code(), e.status().reasonPhrase()))
        .error(
            Throwable.class,
            (request, response, e) -> {
              LOG.log(Level.WARNING, e, () -> "failed on " + request.path().path());
              refuse(response, 500, "The dashboard failed to answer this");
            });
    new Pages().addTo(routing);
    api.addTo(routing);
    routing.any((_, response) -> refuse(response, 404, "Nothing answers here"));
  }

  private static void refuse(ServerResponse response, int status, String message) {
    if (!response.isSent()) {
      response.status(status);
      Api.send(response, Map.of("message", String.valueOf(message)));
    }
  }

  /** What is wrong before a request reaches any route. */
  private static DirectHandlers refusals() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(
          type,
          (_, event, status, headers, _) ->
              TransportResponse.builder()
                  .status(status)
                  .headers(headers)
                  .header(HeaderNames.CONTENT_TYPE, "application/json")
                  .keepAlive(event.keepAlive())
                  .entity("{\"message\":\"The dashboard could not take this request\"}")
                  .build());
    }
    return handlers.build();
  }

  /** Helidon only logs that a port is taken, so ask before. */
  private static InetAddress requireFree(DashboardSettings settings) {
    try (ServerSocket probe = new ServerSocket()) {
      InetAddress address = InetAddress.getByName(settings.host());
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address, settings.port()));
      return address;
    } catch (UnknownHostException e) {
      throw new UsageException(
          "--host %s: use a name or an address of this machine".formatted(settings.host()), e);
    } catch (IOException e) {
      throw taken(settings, e);
    }
  }

  private static EnvironmentException taken(DashboardSettings settings, Exception cause) {
    return new EnvironmentException(
        "--port %d: %s cannot listen there, use a port that is free"
            .formatted(settings.port(), settings.host()),
        cause);
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Ends it, and in good order the experiment that it has started; pages may be open. */
  @Override
  public void close() {
    jobs.close();
    streams.close();
    server.stop();
  }
}
