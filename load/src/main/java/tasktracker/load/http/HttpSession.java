package tasktracker.load.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpException;
import tasktracker.load.http.RequestLog.Result;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.Request;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.Session;

/** A session that keeps its connections alive. For one thread, except for {@link #abort()}. */
public final class HttpSession implements Session, AutoCloseable {
  private final HttpSettings settings;
  private final RequestLog log;
  private final Consumer<HttpSession> onClose;
  private final RequestDeadline deadline = new RequestDeadline();
  private final Line[] lines;
  private final SessionHeaders headers;
  private final PreparedRequest prepared = new PreparedRequest(this);
  private final ReceivedResponse response = new ReceivedResponse();
  private Watch watch = (_, _, _) -> {};
  private int next;

  HttpSession(
      Dialer dialer,
      SessionHeaders headers,
      HttpSettings settings,
      RequestLog log,
      Consumer<HttpSession> onClose) {
    this.settings = settings;
    this.log = log;
    this.onClose = onClose;
    this.headers = headers;
    this.lines = new Line[settings.connectionsPerUser()];
    Arrays.setAll(lines, _ -> new Line(dialer, deadline, log::reconnected));
  }

  /** Opens the connections ahead of the first request; a failure is left for that to report. */
  public void connect() {
    try {
      for (Line line : lines) {
        line.connect();
      }
    } catch (IOException e) {
      // The request that needs the connection tries again and tells.
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

  @Override
  public void watch(Watch newWatch) {
    watch = newWatch;
  }

  /** Closes the connection under a request in flight and lets all later ones fail. */
  public void abort() {
    for (Line line : lines) {
      line.abort();
    }
  }

  @Override
  public void close() {
    for (Line line : lines) {
      line.hangUp();
    }
    onClose.accept(this);
  }

  void checkDeadline(long now) {
    deadline.check(now);
  }

  Response send(PreparedRequest request) {
    while (true) {
      long intended = log.begin();
      long sent = System.nanoTime();
      response.clear();
      Result failure = exchange(request, sent);
      long end = System.nanoTime();
      Result result = failure == null ? request.judge(response) : failure;
      if (result.outcome() == Outcome.SUCCESS || !log.repeats(response.status())) {
        log.ended(request.endpoint(), intended, sent, end, response.contentSize(), result);
        watch.ended(sent, end, response.ok());
        return response;
      }
    }
  }

  /** Returns the failure, or null after a complete response. */
  private Result exchange(PreparedRequest request, long start) {
    Line line = lines[next];
    next = (next + 1) % lines.length;
    try {
      return exchange(line, line.connect(), request, start);
    } catch (NeverReceivedException e) {
      return exchangeAgain(line, request, start);
    } catch (IOException e) {
      return FailureKind.ofConnect(e);
    }
  }

  /** Over a new connection, where no closing of an old one can be in its way. */
  private Result exchangeAgain(Line line, PreparedRequest request, long start) {
    try {
      return exchange(line, line.replace(), request, start);
    } catch (IOException e) {
      return FailureKind.ofConnect(e);
    }
  }

  private Result exchange(
      Line line, TargetConnection connection, PreparedRequest request, long start)
      throws NeverReceivedException {
    deadline.arm(connection, start + settings.responseTimeout().toNanos());
    boolean reusable = false;
    try {
      reusable = connection.exchange(request.bytes(), response);
      response.complete();
      return null;
    } catch (NeverReceivedException e) {
      throw e;
    } catch (IOException | HttpException | RuntimeException e) {
      return deadline.disarm() ? FailureKind.ofTimeout() : FailureKind.ofExchange(e);
    } finally {
      if (deadline.disarm() || !reusable) {
        line.hangUp();
      }
    }
  }
}
