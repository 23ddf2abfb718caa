package tasktracker.load.workload.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tasktracker.load.http.HttpSession;
import tasktracker.load.http.HttpSettings;
import tasktracker.load.http.ResolvedTarget;
import tasktracker.load.http.Sessions;
import tasktracker.load.scenario.Session;
import tasktracker.load.workload.LedgerReport;

/** Reads accounts back, several at a time, each until it answers or patience ends. */
public final class ReadBack {
  private static final int AT_A_TIME = 16;
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final HttpSettings SETTINGS =
      HttpSettings.DEFAULT.withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10));

  private final URI target;
  private final long deadline;

  /** Something that a user wrote to and that can be read back. */
  public interface AuditedAccount {

    /**
     * Tries once to read it, on a session of its own, and compares it with the ledger.
     *
     * @return empty when a request failed, so that nothing can be said yet
     */
    Optional<LedgerReport> read(Session session);

    /** What was written, without a word on what became of it. */
    LedgerReport unread();
  }

  /** Reads from this address, and no longer than this. */
  public ReadBack(URI target, Duration patience) {
    this.target = target;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /**
   * Reads them all.
   *
   * @return the sum of what was found; an account is unread when it did not answer in time, or what
   *     it answered made no sense
   * @throws InterruptedException when this thread is interrupted
   */
  public LedgerReport of(List<? extends AuditedAccount> accounts) throws InterruptedException {
    try (Sessions sessions = new Sessions(ResolvedTarget.resolve(target), SETTINGS)) {
      ExecutorService pool =
          Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().name("read-back").factory());
      try {
        List<Callable<Optional<LedgerReport>>> readings = new ArrayList<>();
        accounts.forEach(account -> readings.add(() -> read(account, sessions)));
        List<Future<Optional<LedgerReport>>> read =
            pool.invokeAll(readings, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        LedgerReport sum = LedgerReport.NONE;
        for (int i = 0; i < accounts.size(); i++) {
          sum = sum.plus(report(read.get(i)).orElseGet(accounts.get(i)::unread));
        }
        return sum;
      } finally {
        sessions.abort();
        pool.shutdownNow();
        pool.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty for an account that was not read in time, or whose answers make no sense. */
  private static Optional<LedgerReport> report(Future<Optional<LedgerReport>> reading) {
    return reading.state() == Future.State.SUCCESS ? reading.resultNow() : Optional.empty();
  }

  private Optional<LedgerReport> read(AuditedAccount account, Sessions sessions)
      throws InterruptedException {
    // Reading back is no load: its requests are in no figure.
    try (HttpSession session = sessions.open((_, _, _, _, _, _) -> {})) {
      while (System.nanoTime() - deadline < 0) {
        Optional<LedgerReport> report = account.read(session);
        if (report.isPresent()) {
          return report;
        }
        Thread.sleep(PAUSE);
      }
      return Optional.empty();
    }
  }
}
