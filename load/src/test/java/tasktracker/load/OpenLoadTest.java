package tasktracker.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Second;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.UserTask;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;

@Timeout(60)
class OpenLoadTest {
  private static final Script QUICK = e -> e.ok("hello");
  private static final Script SLOW =
      e -> {
        Thread.sleep(150);
        e.ok("late");
      };

  @Test
  void everyArrivalIsOneTaskThatIsDoneOrDropped() throws Exception {
    try (ScriptedServer server = new ScriptedServer(SLOW)) {
      LoadResult result = run(plan(server, new OpenModel(Arrivals.constant(100), 3)));

      assertThat(result.aggregated().requests() + result.dropped()).isEqualTo(120);
      assertThat(result.dropped()).isPositive();
      assertThat(result.recording().seconds()).extracting(Second::users).containsOnly(3);
      assertThat(result.recording().seconds())
          .allSatisfy(s -> assertThat(s.dropped()).isLessThan(101));
      assertThat(result.validity().verdict()).hasToString("INVALID");
      assertThat(server.connections()).isEqualTo(3 + 3);
    }
  }

  @Test
  void nobodyIsDroppedWhileThereAreUsers() throws Exception {
    try (ScriptedServer server = new ScriptedServer(SLOW)) {
      LoadResult result = run(plan(server, new OpenModel(Arrivals.constant(50), 500)));

      assertThat(result.aggregated().requests()).isEqualTo(60);
      assertThat(result.dropped()).isZero();
      assertThat(result.aggregated().latencies().min().orElseThrow())
          .isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }
  }

  @Test
  void onlyTheFirstRequestOfATaskWasDueWithItsArrival() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      UserTask two =
          session -> {
            pause(Duration.ofMillis(120));
            session.get("/first").send();
            pause(Duration.ofMillis(120));
            session.get("/second").send();
          };
      LoadPlan plan = plan(server, new OpenModel(Arrivals.constant(10), 50), two);

      LoadResult result = run(plan.withMeasurement(Duration.ofSeconds(1)));

      EndpointStatistics first = endpoint(result, "/first");
      assertThat(first.requests()).isEqualTo(10);
      assertThat(first.latencies().min().orElseThrow())
          .isGreaterThanOrEqualTo(Duration.ofMillis(120));
      assertThat(first.serviceTimes().min().orElseThrow()).isLessThan(Duration.ofMillis(120));
      assertThat(endpoint(result, "/second").latencies().min().orElseThrow())
          .isLessThan(Duration.ofMillis(120));
    }
  }

  @Test
  void pacedUsersCountFromWhenATaskWasDue() throws Exception {
    try (ScriptedServer server = new ScriptedServer(SLOW)) {
      LoadResult result = run(plan(server, ClosedModel.paced(2, 1_000, Duration.ofMillis(50))));

      assertThat(result.aggregated().latencies().max().orElseThrow())
          .as("every task waits for one that takes three times its interval")
          .isGreaterThan(Duration.ofMillis(500));
      assertThat(result.aggregated().serviceTimes().min().orElseThrow())
          .isGreaterThanOrEqualTo(Duration.ofMillis(150));
      assertThat(result.dropped()).as("due, and not begun until the end").isPositive();
    }
  }

  @Test
  void pacedUsersThatKeepUpDoOneTaskAnInterval() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      LoadResult result = run(plan(server, ClosedModel.paced(4, 1_000, Duration.ofMillis(100))));

      assertThat(result.aggregated().requests() + result.dropped()).isEqualTo(4 * 12);
    }
  }

  @Test
  void sharesOfALoadBeginTogetherAndHaveTheirOwnUsers() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK);
        ExecutorService generators = Executors.newVirtualThreadPerTaskExecutor()) {
      Collection<Integer> numbers = new ConcurrentLinkedQueue<>();
      Scenario scenario =
          Scenario.of(
              "numbered",
              context -> {
                numbers.add(context.number());
                return new Visitor(s -> s.get("/").send());
              });
      LoadPlan plan = plan(server, new ClosedModel(5, 1_000, ThinkTime.parse("5ms")), scenario);
      Agreement agreement = new Agreement(2);

      List<Future<LoadResult>> results =
          Stream.of(new LoadShare(0, 2), new LoadShare(1, 2))
              .map(share ->
                  generators.submit(
                      () -> new LoadTest(plan, share, agreement).run(LoadListener.NONE)))
              .toList();

      Instant start = results.getFirst().get().start();
      assertThat(results.getLast().get().start()).isEqualTo(start);
      assertThat(numbers).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
      assertThat(results.getFirst().get().recording().seconds())
          .extracting(Second::users)
          .containsOnly(3);
      assertThat(agreement.begins).containsKeys(Phase.RAMP_UP, Phase.MEASUREMENT).hasSize(2);
    }
  }

  @Test
  void theGeneratorWatchesItselfInTheSecondsOfTheMeasurement() throws Exception {
    try (ScriptedServer server = new ScriptedServer(QUICK)) {
      LoadResult result = run(plan(server, new ClosedModel(4, 1_000, ThinkTime.parse("5ms"))));

      assertThat(result.selfWatch().seconds())
          .extracting(second -> second.start())
          .containsExactlyElementsOf(
              result.recording().seconds().stream().map(Second::start).toList());
      assertThat(result.selfWatch().schedulingDelay().isEmpty()).isFalse();
      assertThat(result.selfWatch().meanCpuPerCore()).isPresent();
      assertThat(result.selfWatch().littleResidual().orElseThrow()).isLessThan(1);
    }
  }

  private static LoadResult run(LoadPlan plan) throws InterruptedException {
    return new LoadTest(plan).run(LoadListener.NONE);
  }

  private static LoadPlan plan(ScriptedServer server, LoadModel model) {
    return plan(server, model, session -> session.get("/").send());
  }

  private static LoadPlan plan(ScriptedServer server, LoadModel model, UserTask task) {
    return plan(server, model, Scenario.of("visits", _ -> new Visitor(task)));
  }

  private static LoadPlan plan(ScriptedServer server, LoadModel model, Scenario scenario) {
    return LoadPlan.of(server.uri(), scenario, model)
        .withWarmUp(Duration.ofMillis(300))
        .withMeasurement(Duration.ofMillis(1_200))
        .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));
  }

  private static EndpointStatistics endpoint(LoadResult result, String name) {
    return result.recording().endpoints().stream()
        .filter(statistics -> statistics.endpoint().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Visitor implements VirtualUser {
    private final WeightedTasks tasks;

    Visitor(UserTask task) {
      tasks = WeightedTasks.of(1, task);
    }

    @Override
    public void setUp(Session session) {
      session.get("/set-up").send();
    }

    @Override
    public WeightedTasks tasks() {
      return tasks;
    }
  }

  /** All begin when the last one is ready. */
  private static final class Agreement implements Coordination {
    private final CyclicBarrier barrier;
    private final Map<Phase, Instant> begins = new ConcurrentHashMap<>();

    Agreement(int generators) {
      barrier = new CyclicBarrier(generators);
    }

    @Override
    public Instant agree(Phase phase, Instant earliest) throws InterruptedException {
      begins.merge(
          phase, earliest.plusMillis(200), (some, other) -> some.isBefore(other) ? other : some);
      try {
        barrier.await();
      } catch (BrokenBarrierException e) {
        throw new InterruptedException(e.getMessage());
      }
      return begins.get(phase);
    }
  }
}
