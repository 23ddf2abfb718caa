package tasktracker.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tasktracker.load.http.HttpSession;
import tasktracker.load.http.HttpSettings;
import tasktracker.load.http.RequestLog;
import tasktracker.load.http.ResolvedTarget;
import tasktracker.load.http.Sessions;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.scenario.Response;
import tasktracker.load.workload.LedgerReport;
import tasktracker.workload.LedgerScenario.AuditedAccount;
import tools.jackson.databind.JsonNode;

/** Reads accounts back, page by page, until they answer or patience ends. */
final class Audit {
  private static final int AT_A_TIME = 16;
  private static final int PAGE = 1_000;
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final HttpSettings SETTINGS =
      HttpSettings.DEFAULT.withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10));

  private final URI target;
  private final long deadline;

  Audit(URI target, Duration patience) {
    this.target = target;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  LedgerReport of(Collection<AuditedAccount> accounts) throws InterruptedException {
    try (Sessions sessions = new Sessions(ResolvedTarget.resolve(target), SETTINGS)) {
      ExecutorService pool =
          Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().name("audit").factory());
      try {
        List<Callable<LedgerReport>> readings = new ArrayList<>();
        accounts.forEach(account -> readings.add(() -> read(account, sessions)));
        LedgerReport sum = LedgerReport.NONE;
        for (Future<LedgerReport> reading : pool.invokeAll(readings)) {
          sum = sum.plus(reading.get());
        }
        return sum;
      } catch (ExecutionException e) {
        throw new IllegalStateException("the audit failed: " + e.getCause(), e);
      } finally {
        sessions.abort();
        pool.shutdownNow();
        pool.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LedgerReport read(AuditedAccount audited, Sessions sessions) throws InterruptedException {
    try (HttpSession session = sessions.open(new Unrecorded())) {
      do {
        Optional<List<JsonNode>> tasks =
            audited.account().logIn(session) ? tasks(session) : Optional.empty();
        if (tasks.isPresent()) {
          return audited.ledger().compareWith(tasks.get());
        }
        Thread.sleep(PAUSE);
      } while (System.nanoTime() - deadline < 0);
      return audited.ledger().unread();
    }
  }

  /** All tasks of the account; empty when a page fails, or they are not as many as there are. */
  private static Optional<List<JsonNode>> tasks(HttpSession session) {
    List<JsonNode> tasks = new ArrayList<>();
    long total;
    int read;
    do {
      Response page =
          session
              .get("/api/v1/tasks/?skip=%s&limit=%s".formatted(tasks.size(), PAGE))
              .named("[Audit] List")
              .expect(200)
              .send();
      if (!page.ok()) {
        return Optional.empty();
      }
      JsonNode json = page.json();
      total = json.path("total").asLong(-1);
      read = json.path("tasks").size();
      json.path("tasks").forEach(tasks::add);
    } while (read > 0 && tasks.size() < total);
    return tasks.size() == total ? Optional.of(tasks) : Optional.empty();
  }

  /** The audit is no load: its requests are in no figure. */
  private static final class Unrecorded implements RequestLog {
    @Override
    public long begin() {
      return System.nanoTime();
    }

    @Override
    public void ended(
        Endpoint endpoint, long intended, long sent, long end, int size, Result result) {
      // Judged by the audit itself.
    }

    @Override
    public void reconnected() {
      // Not counted outside the load test.
    }
  }
}
