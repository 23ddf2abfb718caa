package tasktracker.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.http.ScriptedServer.Exchange;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.workload.Finding;
import tasktracker.load.workload.LedgerReport;
import tasktracker.workload.InMemoryTaskTracker.Account;
import tools.jackson.databind.node.ObjectNode;

/** Finds what a server does to the writes that it answered for. */
@Timeout(120)
class LedgerScenarioTest {
  private static final int USERS = 8;
  private static final int WORKING_SET = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A load ends after so many requests, or so many writes of the kind that is tampered with. */
  private static final int ENOUGH_REQUESTS = 3_000;

  private static final int ENOUGH_WRITES = 120;

  /** Stopping the load ends what is in flight: at most one write of each user. */
  private static final String IN_FLIGHT = "writes in flight when the load was stopped";

  private final InMemoryTaskTracker tracker = new InMemoryTaskTracker();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private volatile LoadTest load;
  private volatile boolean measuring;

  @Test
  void findsNothingInAnHonestServer() throws Exception {
    LedgerReport report = audited(tracker);

    assertThat(report.findings()).isEmpty();
    assertThat(report.nothingLost()).isTrue();
    assertThat(report.accounts()).isEqualTo(USERS);
    assertThat(report.acknowledged())
        .as("the seeded tasks alone")
        .isGreaterThan(USERS * WORKING_SET);
    assertThat(report.refused()).isZero();
    assertThat(report.unknown()).as(IN_FLIGHT).isLessThanOrEqualTo(USERS);
    assertThat(report.recovered()).isLessThanOrEqualTo(report.unknown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /api/v1/tasks/", "PUT", "PATCH", "DELETE"})
  void recoversWritesThatHappenedWithoutAnAnswer(String write) throws Exception {
    LedgerReport report =
        audited(
            afterSeeding(
                write,
                exchange -> {
                  tracker.answer(quietly(exchange));
                  exchange.closeWithReset();
                }));

    assertThat(report.unknown()).isPositive();
    assertThat(report.recovered()).isPositive().isLessThanOrEqualTo(report.unknown());
    assertThat(report.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /api/v1/tasks/", "PUT", "PATCH", "DELETE"})
  void takesWritesWithoutAnAnswerAsUndoneWhereTheyAre(String write) throws Exception {
    LedgerReport report =
        audited(afterSeeding(write, e -> e.respond("503 Service Unavailable", "{}")));

    assertThat(report.unknown()).isPositive();
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void countsRefusalsApartFromUnknownOutcomes() throws Exception {
    LedgerReport report =
        audited(
            afterSeeding("POST /api/v1/tasks/", e -> e.respond("422 Unprocessable Content", "{}")));

    assertThat(report.refused()).isGreaterThan(USERS);
    assertThat(report.unknown()).as(IN_FLIGHT).isLessThanOrEqualTo(USERS);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void findsCreatesThatWereAcknowledgedAndNotKept() throws Exception {
    assertFound(Finding.Kind.LOST, account -> account.tasks.pollLastEntry());
  }

  @Test
  void findsUpdatesThatWereAcknowledgedAndNotKept() throws Exception {
    LedgerReport report =
        audited(
            afterSeeding(
                "PUT",
                exchange -> {
                  ObjectNode task = task(exchange);
                  ObjectNode before = task.deepCopy();
                  tracker.answer(exchange);
                  task.setAll(before);
                }));

    assertThat(report.count(Finding.Kind.LOST)).isPositive();
    assertThat(report.nothingLost()).isFalse();
  }

  @Test
  void findsDeletesThatWereAcknowledgedAndNotDone() throws Exception {
    LedgerReport report =
        audited(
            afterSeeding("DELETE", exchange -> exchange.send("HTTP/1.1 204 No Content\r\n\r\n")));

    assertThat(report.count(Finding.Kind.UNEXPECTED)).isPositive();
    assertThat(report.findings()).allMatch(f -> f.kind() == Finding.Kind.UNEXPECTED);
  }

  @Test
  void findsCreatesThatWereCarriedOutTwice() throws Exception {
    LedgerReport report =
        audited(
            afterSeeding(
                "POST /api/v1/tasks/",
                exchange -> {
                  tracker.answer(quietly(exchange));
                  tracker.answer(exchange);
                }));

    assertThat(report.count(Finding.Kind.DUPLICATE)).isPositive();
    assertThat(report.findings()).allMatch(f -> f.kind() == Finding.Kind.DUPLICATE);
  }

  @Test
  void findsCreatesThatWereRefusedAndCarriedOutNevertheless() throws Exception {
    LedgerReport report =
        audited(
            afterSeeding(
                "POST /api/v1/tasks/",
                exchange -> {
                  tracker.answer(quietly(exchange));
                  exchange.respond("400 Bad Request", "{}");
                }));

    assertThat(report.count(Finding.Kind.UNEXPECTED)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "description", "priority", "status"})
  void findsTasksThatAreNotAsTheyWereWritten(String key) throws Exception {
    assertFound(
        Finding.Kind.UNEXPECTED,
        account -> account.tasks.lastEntry().getValue().put(key, "something else"));
  }

  @Test
  void findsTasksThatNobodyCreated() throws Exception {
    assertFound(
        Finding.Kind.UNEXPECTED,
        account ->
            account.tasks.put(
                1L,
                account
                    .tasks
                    .lastEntry()
                    .getValue()
                    .deepCopy()
                    .put("id", 1L)
                    .put("title", "never written")));
  }

  @Test
  void readsAccountsOfMoreThanOnePage() throws Exception {
    LedgerScenario scenario = new LedgerScenario(new TaskTrackerScenario(WORKING_SET));
    try (ScriptedServer server = new ScriptedServer(ending(tracker))) {
      run(server, scenario);
      Account large = tracker.accounts.values().iterator().next();
      ObjectNode task = large.tasks.lastEntry().getValue();
      for (long id = 1_000_000; id < 1_001_500; id++) {
        large.tasks.put(id, task.deepCopy().put("id", id));
      }

      LedgerReport report = scenario.audit(server.uri(), PATIENCE);

      assertThat(report.findings()).hasSize(1_500);
    }
  }

  @Test
  void asksAgainUntilTheServerAnswers() throws Exception {
    AtomicBoolean loaded = new AtomicBoolean();
    AtomicInteger refusals = new AtomicInteger();
    LedgerReport report =
        audited(
            e -> {
              if (loaded.get() && refusals.incrementAndGet() <= 40) {
                e.respond("503 Service Unavailable", "{}");
              } else {
                tracker.answer(e);
              }
            },
            () -> loaded.set(true),
            PATIENCE);

    assertThat(report.accounts()).isEqualTo(USERS);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void namesAccountsThatCannotBeRead() throws Exception {
    AtomicBoolean loaded = new AtomicBoolean();
    LedgerReport report =
        audited(
            e -> {
              if (loaded.get() && e.requestLine().contains("/login") && e.body().contains("-3\"")) {
                e.respond("401 Unauthorized", "{}");
              } else {
                tracker.answer(e);
              }
            },
            () -> loaded.set(true),
            Duration.ofSeconds(1));

    assertThat(report.accounts()).isEqualTo(USERS - 1);
    assertThat(report.unread()).singleElement().asString().endsWith("-3");
    assertThat(report.nothingLost()).isFalse();
    assertThat(report.findings()).isEmpty();
  }

  private void assertFound(Finding.Kind kind, Consumer<Account> tamper) throws Exception {
    LedgerReport report =
        audited(tracker, () -> tracker.accounts.values().forEach(tamper), PATIENCE);

    assertThat(report.findings()).extracting(Finding::kind).containsOnly(kind);
    assertThat(report.findings().stream().map(Finding::account).distinct())
        .as("all but those whose last write was in flight at the end")
        .hasSizeGreaterThan(USERS / 2);
  }

  /** From the measurement on, every second of these writes is answered in another way. */
  private Script afterSeeding(String kind, Script instead) {
    return exchange -> {
      if (!measuring || !exchange.requestLine().startsWith(kind)) {
        tracker.answer(exchange);
      } else {
        int number = writes.incrementAndGet();
        if (number == ENOUGH_WRITES) {
          load.stop();
        }
        (number % 2 == 0 ? instead : tracker).answer(exchange);
      }
    };
  }

  private ObjectNode task(Exchange exchange) {
    long id = Long.parseLong(exchange.requestLine().split("[ /]", -1)[5]);
    return tracker.accounts.values().stream()
        .map(account -> account.tasks.get(id))
        .filter(task -> task != null)
        .findFirst()
        .orElseThrow();
  }

  private LedgerReport audited(Script script) throws Exception {
    return audited(script, () -> {}, PATIENCE);
  }

  private LedgerReport audited(Script script, Runnable afterLoad, Duration patience)
      throws Exception {
    LedgerScenario scenario = new LedgerScenario(new TaskTrackerScenario(WORKING_SET));
    try (ScriptedServer server = new ScriptedServer(ending(script))) {
      run(server, scenario);
      afterLoad.run();
      return scenario.audit(server.uri(), patience);
    }
  }

  private Script ending(Script script) {
    return exchange -> {
      if (measuring && requests.incrementAndGet() == ENOUGH_REQUESTS) {
        load.stop();
      }
      script.answer(exchange);
    };
  }

  private void run(ScriptedServer server, LedgerScenario scenario) throws Exception {
    ClosedModel model = new ClosedModel(USERS, 1_000, ThinkTime.parse("1ms-3ms"));
    load =
        new LoadTest(
            LoadPlan.of(server.uri(), scenario, model)
                .withWarmUp(Duration.ofMillis(100))
                .withMeasurement(Duration.ofSeconds(60)));
    load.run(
        new LoadListener() {
          @Override
          public void phaseStarted(Phase phase, Instant at) {
            measuring |= phase == Phase.MEASUREMENT;
          }
        });
  }

  /** The same request on a connection that takes the answer and keeps it. */
  private static Exchange quietly(Exchange exchange) throws IOException {
    return new Exchange(exchange.head(), exchange.body(), new DeafSocket(), exchange.in());
  }

  private static final class DeafSocket extends Socket {
    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }
  }
}
