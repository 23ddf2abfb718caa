package tasktracker.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Second;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.SetUpException;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.UserTask;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;

@Timeout(60)
class LoadTestTest {
  private static final Script QUICK = e -> e.ok("hello");
  private static final Scenario VISITS =
      Scenario.of("visits", _ -> new Visitor(s -> s.get("/").send()));

  @Test
  void endsTheWarmUpWhenTheListenerSaysSoButNotBeforeItsLeastTime() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      Phases warm =
          new Phases() {
            @Override
            public boolean isWarm() {
              return true;
            }
          };
      LoadPlan plan =
          plan(server, VISITS, 1)
              .withMeasurement(Duration.ofMillis(100))
              .withWarmUp(Duration.ofMillis(300), Duration.ofMinutes(5));

      new LoadTest(plan).run(warm);

      assertThat(Duration.between(warm.at.get(Phase.RAMP_UP), warm.at.get(Phase.MEASUREMENT)))
          .isBetween(Duration.ofMillis(300), Duration.ofMinutes(1));
    }
  }

  @Test
  void endsTheWarmUpOfAColdSystemAtItsLimit() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      Phases phases = new Phases();
      LoadPlan plan =
          plan(server, VISITS, 1)
              .withMeasurement(Duration.ofMillis(100))
              .withWarmUp(Duration.ZERO, Duration.ofMillis(700));

      new LoadTest(plan).run(phases);

      assertThat(Duration.between(phases.at.get(Phase.RAMP_UP), phases.at.get(Phase.MEASUREMENT)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }
  }

  @Test
  void goesThroughAllPhasesInOrderAndMeasuresExactlyAsLongAsAsked() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      Phases phases = new Phases();

      LoadResult result =
          new LoadTest(plan(server, VISITS, 4).withMeasurement(Duration.ofMillis(1_500)))
              .run(phases);

      assertThat(phases.order).containsExactly(Phase.values());
      assertThat(result.length()).isEqualTo(Duration.ofMillis(1_500));
      assertThat(phases.at.get(Phase.MEASUREMENT)).isEqualTo(result.start());
      assertThat(phases.at.get(Phase.WIND_DOWN)).isEqualTo(result.end());
      assertThat(result.recording().seconds())
          .extracting(Second::length)
          .containsExactly(Duration.ofSeconds(1), Duration.ofMillis(500));
      assertThat(phases.progress).isNotEmpty();
      assertThat(result.stopped()).isFalse();
    }
  }

  @Test
  void nothingOfSetUpRampUpAndWarmUpReachesTheResult() throws Exception {
    Script slowUntilMeasured =
        e -> {
          if (e.requestLine().contains("/early")) {
            Thread.sleep(100);
            e.respond("500 Internal Server Error", "x".repeat(10_000));
          } else {
            e.ok("hello");
          }
        };
    try (ScriptedServer server = new ScriptedServer(slowUntilMeasured)) {
      Phases phases = new Phases();
      Scenario scenario =
          Scenario.of(
              "early", _ -> new Visitor(s -> s.get(phases.isMeasuring() ? "/" : "/early").send()));
      LoadPlan plan = plan(server, scenario, closed(2, "20ms")).withWarmUp(Duration.ofMillis(700));

      LoadResult result = new LoadTest(plan).run(phases);

      assertThat(server.requests()).anyMatch(request -> request.contains("/early"));
      long early =
          result.recording().endpoints().stream()
              .filter(e -> e.endpoint().name().equals("/early"))
              .mapToLong(e -> e.requests())
              .sum();
      assertThat(early).as("begun in the moment before the listener was told").isLessThan(3);
      assertThat(result.aggregated().requests()).isGreaterThan(10);
    }
  }

  @Test
  void tellsItsClockBeforeAnythingElse() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      List<Instant> told = new ArrayList<>();
      LoadListener listener =
          new LoadListener() {
            private InstantSource clock;

            @Override
            public void started(InstantSource source) {
              clock = source;
            }

            @Override
            public void phaseStarted(Phase phase, Instant at) {
              told.add(at);
              told.add(clock.instant());
            }
          };

      LoadResult result = new LoadTest(plan(server, VISITS, 1)).run(listener);

      assertThat(told).isSorted().contains(result.start(), result.end());
    }
  }

  @Test
  void measurementWaitsForTheLastUser() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      Phases phases = new Phases();
      CountDownLatch late = new CountDownLatch(1);
      Scenario scenario =
          Scenario.of(
              "late",
              context ->
                  new Visitor(s -> s.get("/").send()) {
                    @Override
                    public void onStart(Session session) {
                      if (context.number() == 3) {
                        awaitQuietly(late);
                      }
                    }
                  });
      AtomicReference<LoadResult> result = new AtomicReference<>();
      LoadTest test = new LoadTest(plan(server, scenario, closed(4, "5ms")));
      Thread runner = Thread.startVirtualThread(() -> result.set(runQuietly(test, phases)));
      waitFor(() -> server.requests().size() > 20);
      assertThat(phases.order).doesNotContain(Phase.MEASUREMENT);

      late.countDown();
      runner.join();

      assertThat(phases.order).contains(Phase.MEASUREMENT);
      assertThat(result.get().recording().seconds()).extracting(Second::users).containsOnly(4);
    }
  }

  @Test
  void requestsInFlightAtTheEndAreAwaitedAndCounted() throws Exception {
    Script slow =
        e -> {
          Thread.sleep(900);
          e.ok("late");
        };
    try (ScriptedServer server = new ScriptedServer(slow)) {
      Scenario scenario = Scenario.of("slow", _ -> new Visitor(s -> s.get("/").send()));
      LoadPlan plan =
          plan(server, scenario, closed(5, "0"))
              .withWarmUp(Duration.ZERO)
              .withMeasurement(Duration.ofMillis(1_200));

      LoadResult result = new LoadTest(plan).run(LoadListener.NONE);

      assertThat(result.aggregated().requests()).isEqualTo(5);
      assertThat(result.aggregated().failures()).isZero();
      assertThat(result.aggregated().latencies().min().orElseThrow())
          .isGreaterThanOrEqualTo(Duration.ofMillis(900));
      waitFor(() -> server.openConnections() == 0);
    }
  }

  @Test
  void stopReturnsWhatWasMeasuredSoFar() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      LoadPlan plan = plan(server, VISITS, 3).withMeasurement(Duration.ofHours(1));
      LoadTest test = new LoadTest(plan);
      LoadListener stopper =
          new LoadListener() {
            @Override
            public void progress(Progress progress) {
              if (progress.phase() == Phase.MEASUREMENT) {
                test.stop();
              }
            }
          };

      LoadResult result = test.run(stopper);

      assertThat(result.stopped()).isTrue();
      assertThat(result.length()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
      assertThat(result.aggregated().requests()).isPositive();
      assertThat(result.aggregated().failures()).isZero();
      waitFor(() -> server.openConnections() == 0);
    }
  }

  @Test
  void stopBeforeTheMeasurementMeasuresNothing() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      LoadTest test = new LoadTest(plan(server, VISITS, 3));
      test.stop();

      LoadResult result = test.run(LoadListener.NONE);

      assertThat(result.stopped()).isTrue();
      assertThat(result.aggregated().requests()).isZero();
      assertThat(result.throughput()).isZero();
    }
  }

  @Test
  void interruptionEndsAllUsersAndConnections() throws Exception {
    Script never = _ -> Thread.sleep(600_000);
    try (ScriptedServer server = new ScriptedServer(never)) {
      Map<Integer, Thread> users = new ConcurrentHashMap<>();
      Scenario scenario =
          Scenario.of(
              "stuck",
              context ->
                  new Visitor(s -> {
                    users.put(context.number(), Thread.currentThread());
                    s.get("/").send();
                  }));
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      LoadTest test = new LoadTest(plan(server, scenario, closed(8, "1h")));
      Thread runner =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  test.run(LoadListener.NONE);
                } catch (InterruptedException e) {
                  thrown.set(e);
                }
              });
      waitFor(() -> server.requests().size() == 8);

      runner.interrupt();
      runner.join();

      assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
      assertThat(users.values()).hasSize(8).noneMatch(Thread::isAlive);
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("response-timeouts");
    }
  }

  @Test
  void aFailedSetUpEndsTheRunWithTheRequestAndTheAnswer() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(e -> e.respond("400 Bad Request", "{\"detail\":\"taken\"}"))) {
      Scenario scenario =
          Scenario.of(
              "sign up",
              _ ->
                  new Visitor(s -> s.get("/").send()) {
                    @Override
                    public void setUp(Session session) {
                      session.post("/register").named("Register").json("{}").expect(201).send();
                    }
                  });
      Phases phases = new Phases();

      assertThatThrownBy(() -> new LoadTest(plan(server, scenario, closed(40, "0"))).run(phases))
          .isInstanceOf(SetUpException.class)
          .hasMessageMatching(
              "set-up of user \\d+ failed: POST Register: "
                  + "HTTPError\\('400 Client Error: Bad Request for url: Register'\\): "
                  + "\\{\"detail\":\"taken\"}");
      assertThat(phases.order).containsExactly(Phase.SET_UP);
    }
  }

  @Test
  void setUpAsksAgainWhereAServerIsNotReadyYetAndAMeasurementDoesNot() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    Script unready =
        e -> {
          boolean refuses = !e.requestLine().contains("/prepare") || refused.incrementAndGet() <= 3;
          e.respond(refuses ? "503 Service Unavailable" : "200 OK", "");
        };
    try (ScriptedServer server = new ScriptedServer(unready)) {
      Scenario scenario =
          Scenario.of(
              "prepare",
              _ ->
                  new Visitor(s -> s.get("/").send()) {
                    @Override
                    public void setUp(Session session) {
                      session.post("/prepare").json("{}").expect(200).send();
                    }
                  });

      LoadResult result =
          new LoadTest(plan(server, scenario, closed(1, "5ms"))).run(LoadListener.NONE);

      assertThat(refused).hasValue(4);
      assertThat(result.aggregated().errorRate()).isEqualTo(1);
    }
  }

  @Test
  void setUpPreparesSeveralUsersAtATimeOnConnectionsThatItCloses() throws Exception {
    CountDownLatch together = new CountDownLatch(16);
    Script meeting =
        e -> {
          if (e.requestLine().contains("/prepare")) {
            together.countDown();
            together.await();
          }
          e.ok("");
        };
    try (ScriptedServer server = new ScriptedServer(meeting)) {
      Scenario scenario =
          Scenario.of(
              "prepare",
              _ ->
                  new Visitor(s -> s.get("/").send()) {
                    @Override
                    public void setUp(Session session) {
                      session.get("/prepare").send();
                    }
                  });

      LoadResult result =
          new LoadTest(plan(server, scenario, closed(16, "5ms"))).run(LoadListener.NONE);

      assertThat(result.recording().endpoints())
          .extracting(e -> e.endpoint().name())
          .containsExactly("/");
      assertThat(server.connections()).isEqualTo(32);
    }
  }

  @Test
  void failuresAndExceptionsOfTheScenarioAreCountedAndUsersGoOn() throws Exception {
    try (ScriptedServer server = new ScriptedServer(e -> e.respond("404 Not Found", "nothing"))) {
      Scenario scenario =
          Scenario.of(
              "broken",
              _ ->
                  new Visitor(s -> {
                    s.get("/").named("Home").send();
                    throw new IllegalStateException("broken script");
                  }));

      LoadResult result =
          new LoadTest(plan(server, scenario, closed(2, "5ms"))).run(LoadListener.NONE);

      assertThat(result.aggregated().errorRate()).isEqualTo(1.0);
      assertThat(result.goodput()).isZero();
      assertThat(result.recording().failures())
          .singleElement()
          .satisfies(f -> {
            assertThat(f.outcome()).isEqualTo(Outcome.HTTP_ERROR);
            assertThat(f.count()).isEqualTo(result.aggregated().requests());
            assertThat(f.example()).isEqualTo("nothing");
          });
      assertThat(result.recording().errors())
          .singleElement()
          .satisfies(e -> {
            assertThat(e.message()).isEqualTo("java.lang.IllegalStateException: broken script");
            assertThat(e.count()).isGreaterThan(2);
          });
    }
  }

  @Test
  void aSeedGivesEveryUserItsOwnRandomNumbersAgain() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      assertThat(firstNumbers(server, 11)).isEqualTo(firstNumbers(server, 11)).hasSize(6);
      assertThat(firstNumbers(server, 11)).doesNotContainAnyElementsOf(firstNumbers(server, 12));
    }
  }

  private static List<Long> firstNumbers(ScriptedServer server, long seed)
      throws InterruptedException {
    ConcurrentSkipListSet<Long> drawn = new ConcurrentSkipListSet<>();
    Scenario scenario =
        Scenario.of(
            "random",
            (UserContext context) -> {
              drawn.add(context.random().nextLong());
              return new Visitor(s -> s.get("/").send());
            });
    LoadPlan plan = plan(server, scenario, closed(6, "5ms")).withSeed(seed);
    new LoadTest(plan.withMeasurement(Duration.ofMillis(50))).run(LoadListener.NONE);
    return List.copyOf(drawn);
  }

  @Test
  void aUserThinksAsLongAsItsLastTaskAsksFor() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      Scenario scenario =
          Scenario.of(
              "slow thinkers",
              _ ->
                  new Visitor(s -> s.get("/").send()) {
                    @Override
                    public Optional<ThinkTime> thinkTime() {
                      return Optional.of(ThinkTime.parse("1h"));
                    }
                  });

      new LoadTest(plan(server, scenario, closed(3, "0"))).run(LoadListener.NONE);

      assertThat(server.requests()).hasSize(3);
    }
  }

  private static LoadPlan plan(ScriptedServer server, Scenario scenario, int users) {
    return plan(server, scenario, closed(users, "5ms"));
  }

  private static LoadPlan plan(ScriptedServer server, Scenario scenario, ClosedModel model) {
    return LoadPlan.of(server.uri(), scenario, model)
        .withWarmUp(Duration.ofMillis(100))
        .withMeasurement(Duration.ofMillis(600))
        .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));
  }

  private static ClosedModel closed(int users, String thinkTime) {
    return new ClosedModel(users, 1_000, ThinkTime.parse(thinkTime));
  }

  private static LoadResult runQuietly(LoadTest test, LoadListener listener) {
    try {
      return test.run(listener);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void waitFor(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  private static class Visitor implements VirtualUser {
    private final WeightedTasks tasks;

    Visitor(UserTask task) {
      tasks = WeightedTasks.of(1, task);
    }

    @Override
    public WeightedTasks tasks() {
      return tasks;
    }
  }

  private static class Phases implements LoadListener {
    private final List<Phase> order = new ArrayList<>();
    private final Map<Phase, Instant> at = new ConcurrentHashMap<>();
    private final List<Progress> progress = new ArrayList<>();

    boolean isMeasuring() {
      return at.containsKey(Phase.MEASUREMENT);
    }

    @Override
    public void phaseStarted(Phase phase, Instant instant) {
      order.add(phase);
      at.put(phase, instant);
    }

    @Override
    public void progress(Progress now) {
      progress.add(now);
    }
  }
}
