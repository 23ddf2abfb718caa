package tasktracker.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import tasktracker.results.live.LiveLog;
import tasktracker.ui.archive.ExperimentArchive;
import tasktracker.ui.archive.ExperimentFiles;
import tasktracker.ui.archive.ExperimentState;
import tasktracker.ui.refusal.RefusalException;

/**
 * Live logs as server-sent events, whose id is the number of the line. Each stream reads the file
 * itself: a late or slow reader costs no memory. Thread-safe.
 */
final class EventStreams implements AutoCloseable {
  private static final int MOST = 48;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final int LOOKS_BEFORE_HEARTBEAT = 20;
  private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");

  private final ExperimentArchive archive;
  private final Semaphore free = new Semaphore(MOST);
  private volatile boolean closed;

  EventStreams(ExperimentArchive archive) {
    this.archive = archive;
  }

  /** Answers with the events of an experiment until it ends, or whoever asked is gone. */
  void stream(String name, ServerRequest request, ServerResponse response) {
    Path log = archive.folder(name).resolve(LiveLog.NAME);
    if (!ExperimentFiles.isOwn(log)) {
      throw RefusalException.missing("This experiment has left no " + LiveLog.NAME);
    }
    if (!free.tryAcquire()) {
      response.header("Retry-After", "10");
      throw RefusalException.of(503, "Too many pages follow experiments: close some");
    }
    try (LineReader lines = new LineReader(log, after(request))) {
      boolean over = isOver(name);
      if (!lines.next() && over) {
        // To a browser this says: do not ask again.
        response.status(204).send();
        return;
      }
      response.header(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
      follow(name, lines, response);
    } catch (IOException | UncheckedIOException e) {
      // Whoever asked is gone.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }

  private void follow(String name, LineReader lines, ServerResponse response)
      throws IOException, InterruptedException {
    try (OutputStream out = response.outputStream()) {
      out.write("retry: 2000\n\n".getBytes(UTF_8));
      int quiet = 0;
      do {
        boolean some = false;
        while (lines.hasLine()) {
          lines.writeTo(out);
          lines.next();
          some = true;
        }
        quiet = some ? 0 : quiet + 1;
        if (some) {
          out.flush();
        } else if (quiet % LOOKS_BEFORE_HEARTBEAT == 0) {
          out.write(":\n\n".getBytes(UTF_8));
          out.flush();
        }
        if (quiet > 0 && quiet % 5 == 0 && isOver(name)) {
          out.write("event: over\ndata: {}\n\n".getBytes(UTF_8));
          return;
        }
        Thread.sleep(LOOK_AGAIN);
        lines.next();
      } while (!closed);
    }
  }

  private boolean isOver(String name) {
    return archive.summary(name).state() != ExperimentState.RUNNING;
  }

  private static long after(ServerRequest request) {
    String id =
        request
            .headers()
            .first(LAST_EVENT_ID)
            .orElseGet(() -> request.query().first("after").orElse("0"));
    return id.matches("\\d{1,12}") ? Long.parseLong(id) : 0;
  }

  @Override
  public void close() {
    closed = true;
  }
}
