package tasktracker.load.http;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpException;
import tasktracker.load.http.RequestLog.Result;
import tasktracker.load.scenario.Request;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.Session;

/** A session that keeps its connection alive. For one thread, except for {@link #abort()}. */
public final class HttpSession implements Session, AutoCloseable {
  /** A connection idle for less is taken as open: looking costs a system call. */
  private static final long FRESH_NANOS = 1_000_000;

  private final Target target;
  private final HttpSettings settings;
  private final RequestLog log;
  private final Consumer<HttpSession> onClose;
  private final Deadline deadline = new Deadline();
  private final SessionHeaders headers;
  private final PreparedRequest prepared = new PreparedRequest(this);
  private final ReceivedResponse response = new ReceivedResponse();

  private volatile Connection connection;
  private volatile boolean aborted;
  private long lastUsedNanos;

  HttpSession(Target target, HttpSettings settings, RequestLog log, Consumer<HttpSession> onClose) {
    this.target = target;
    this.settings = settings;
    this.log = log;
    this.onClose = onClose;
    this.headers = new SessionHeaders(target.authority(), settings.headers());
  }

  /** Opens the connection ahead of the first request; a failure is left for that to report. */
  public void connect() {
    try {
      openConnection();
    } catch (IOException e) {
      connection = null;
    }
  }

  @Override
  public Request request(String method, String path) {
    return prepared.begin(method, path, headers.bytes());
  }

  @Override
  public void header(String name, String value) {
    headers.set(name, value);
  }

  /** Closes the connection under a request in flight and lets all later ones fail. */
  public void abort() {
    aborted = true;
    Connection current = connection;
    if (current != null) {
      current.close();
    }
  }

  @Override
  public void close() {
    disconnect();
    onClose.accept(this);
  }

  void checkDeadline(long now) {
    deadline.check(now);
  }

  Response send(PreparedRequest request) {
    long intended = log.begin();
    long sent = System.nanoTime();
    response.clear();
    Result failure = exchange(request, sent);
    long end = System.nanoTime();
    Result result = failure == null ? request.judge(response) : failure;
    lastUsedNanos = end;
    log.ended(request.endpoint(), intended, sent, end, response.contentSize(), result);
    return response;
  }

  /** Returns the failure, or null after a complete response. */
  private Result exchange(PreparedRequest request, long start) {
    try {
      ensureConnected(start);
    } catch (IOException e) {
      return FailureKind.ofConnect(e);
    }
    Connection used = connection;
    deadline.arm(used, start + settings.responseTimeout().toNanos());
    boolean reusable = false;
    try {
      used.send(request.bytes());
      used.receive(request.method(), response);
      response.complete();
      reusable = used.isReusable(response);
      return null;
    } catch (IOException | HttpException | RuntimeException e) {
      return deadline.disarm() ? FailureKind.ofTimeout() : FailureKind.ofExchange(e);
    } finally {
      if (deadline.disarm() || !reusable) {
        disconnect();
      }
    }
  }

  private void ensureConnected(long now) throws IOException {
    Connection current = connection;
    if (current != null && now - lastUsedNanos > FRESH_NANOS && current.isStale()) {
      disconnect();
      log.reconnected();
    }
    if (connection == null) {
      openConnection();
    }
  }

  private void openConnection() throws IOException {
    connection = Connection.open(target, settings);
    lastUsedNanos = System.nanoTime();
    if (aborted) {
      disconnect();
      throw new IOException("the session was ended");
    }
  }

  private void disconnect() {
    Connection current = connection;
    connection = null;
    if (current != null) {
      current.close();
    }
  }
}
