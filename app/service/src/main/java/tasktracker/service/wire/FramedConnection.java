package tasktracker.service.wire;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.http1.Http1Connection;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/** One connection from its first to its last byte: Helidon's, watched. */
final class FramedConnection implements ServerConnection, InterruptableTask<Void> {

  private final Http1Connection http;
  private final ClientConnection connection;
  private final ConnectionWatch watch;

  FramedConnection(Http1Connection http, ClientConnection connection, ConnectionWatch watch) {
    this.http = http;
    this.connection = connection;
    this.watch = watch;
    connection.readerWantsHead(http::canInterrupt);
  }

  @Override
  public void handle(Limit limit) throws InterruptedException {
    watch.add(connection);
    try {
      http.handle(limit);
      connection.linger();
    } finally {
      watch.remove(connection);
    }
  }

  @Override
  public Duration idleTime() {
    return http.idleTime();
  }

  @Override
  public void close(boolean interrupt) {
    http.close(interrupt);
  }

  @Override
  public boolean canInterrupt() {
    return http.canInterrupt();
  }
}
