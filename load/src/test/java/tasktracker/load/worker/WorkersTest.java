package tasktracker.load.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.Phase;
import tasktracker.load.Progress;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.recording.Second;
import tasktracker.load.watch.Validity;

/** With real processes against a real server. */
@Timeout(120)
class WorkersTest {
  private static final Script HELLO = exchange -> exchange.ok("hello");
  private static final ClosedModel SIX_USERS = new ClosedModel(6, 100, ThinkTime.parse("5ms"));

  private final Watch watch = new Watch();

  @AfterEach
  void noProcessIsLeft() {
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void twoOfThemOfferExactlyTheArrivalsOfOneAndLoseNoRequest() throws Exception {
    try (ScriptedServer server = new ScriptedServer(HELLO)) {
      // Warm-up has the rate of the first step, so that all requests belong to the measurement.
      OpenModel model = new OpenModel(Arrivals.parse("0/s for 1s, 200/s for 2s"), 400);

      LoadResult result = workers(server, model, Duration.ofSeconds(3)).run(watch);

      assertThat(result.aggregated().requests()).isEqualTo(server.requests().size());
      assertThat((double) result.aggregated().requests() + result.dropped())
          .isCloseTo(400, within(1.0));
      assertThat(result.length()).isEqualTo(Duration.ofSeconds(3));
      assertThat(result.recording().seconds()).hasSize(3);
      assertThat(result.selfWatch().seconds()).hasSize(3);
    }
  }

  @Test
  void theirUsersAndFailuresAreCountedTogether() throws Exception {
    AtomicInteger answered = new AtomicInteger();
    Script everySecondFails =
        exchange ->
            exchange.respond(
                answered.incrementAndGet() % 2 == 0 ? "503 Service Unavailable" : "200 OK", "x");
    try (ScriptedServer server = new ScriptedServer(everySecondFails)) {
      LoadResult result = workers(server, SIX_USERS, Duration.ofSeconds(3)).run(watch);

      assertThat(server.connections()).isEqualTo(6);
      assertThat(result.recording().seconds()).extracting(Second::users).containsOnly(6);
      assertThat(result.recording().failures())
          .singleElement()
          .satisfies(
              failures -> assertThat(failures.count()).isEqualTo(result.aggregated().failures()));
      assertThat((double) result.aggregated().failures())
          .isCloseTo(result.aggregated().requests() / 2.0, within(6.0));
      assertThat(watch.at.keySet()).containsExactly(Phase.values());
      assertThat(watch.most).isEqualTo(6);
    }
  }

  @Test
  void aStopEndsAllOfThemWithWhatWasMeasured() throws Exception {
    try (ScriptedServer server = new ScriptedServer(HELLO)) {
      Workers workers = workers(server, SIX_USERS, Duration.ofMinutes(5));
      CompletableFuture<LoadResult> running = run(workers);
      watch.measuring.await();
      Thread.sleep(1_200);

      workers.stop();

      LoadResult result = running.join();
      assertThat(result.stopped()).isTrue();
      assertThat(result.aggregated().requests()).isPositive();
      assertThat(result.length()).isLessThan(Duration.ofMinutes(5));
    }
  }

  @Test
  void theDeathOfOneEndsTheOthersAndMakesTheRunInvalid() throws Exception {
    try (ScriptedServer server = new ScriptedServer(HELLO)) {
      CompletableFuture<LoadResult> running =
          run(workers(server, SIX_USERS, Duration.ofMinutes(5)));
      watch.measuring.await();
      Thread.sleep(2_500);

      kill();

      LoadResult result = running.join();
      assertThat(result.stopped()).isFalse();
      assertThat(result.breakages())
          .singleElement()
          .asString()
          .matches(
              "a generator was lost: generator [12] died, exit code 137 in second [34] of the"
                  + " measurement");
      assertThat(result.validity().verdict()).isEqualTo(Validity.INVALID);
      assertThat(result.recording().seconds()).hasSizeBetween(2, 5);
      assertThat(result.recording().seconds().getFirst().users()).isEqualTo(6);
    }
  }

  @Test
  void theDeathOfOneBeforeTheMeasurementIsAnError() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Script waits =
        exchange -> {
          asked.countDown();
          Thread.sleep(1_000);
          exchange.ok("at last");
        };
    String yaml = "set_up: [{name: Register, path: /}]\ntasks: [{path: /}]";
    ScenarioSource source = new ScenarioSource.Yaml("shop.yaml", yaml, "");
    try (ScriptedServer server = new ScriptedServer(waits)) {
      CompletableFuture<LoadResult> running =
          run(workers(server, SIX_USERS, Duration.ofMinutes(5), source));
      asked.await();

      kill();

      assertThatThrownBy(running::join)
          .hasCauseInstanceOf(WorkerException.class)
          .cause()
          .message()
          .matches("generator [12] died, exit code 137");
    }
  }

  private static void kill() {
    List<ProcessHandle> processes = ProcessHandle.current().children().toList();
    assertThat(processes).hasSize(2);
    processes.getFirst().destroyForcibly();
  }

  @Test
  void aFailedSetUpIsToldInItsOwnWords() throws Exception {
    Script refuses = exchange -> exchange.respond("400 Bad Request", "no");
    try (ScriptedServer server = new ScriptedServer(refuses)) {
      String yaml = "set_up: [{name: Register, path: /}]\ntasks: [{path: /}]";
      ScenarioSource source = new ScenarioSource.Yaml("shop.yaml", yaml, "");

      assertThatThrownBy(() -> workers(server, SIX_USERS, Duration.ofSeconds(1), source).run(watch))
          .isInstanceOf(WorkerException.class)
          .hasMessageContaining("failed: GET Register: HTTPError('400 Client Error");
    }
  }

  private CompletableFuture<LoadResult> run(Workers workers) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return workers.run(watch);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private static Workers workers(ScriptedServer server, LoadModel model, Duration length) {
    return workers(
        server, model, length, new ScenarioSource.Single("GET", "/", null, "text/plain"));
  }

  private static Workers workers(
      ScriptedServer server, LoadModel model, Duration length, ScenarioSource source) {
    LoadPlan plan =
        LoadPlan.of(server.uri(), source.open(), model)
            .withWarmUp(Duration.ofMillis(500))
            .withMeasurement(length);
    return new Workers(LoadOrder.of(plan, source), plan, new WorkerPlaces.Here(2));
  }

  /** Keeps when phases began, and the most users that were seen. */
  private static final class Watch implements LoadListener {
    private final Map<Phase, Instant> at = new EnumMap<>(Phase.class);
    private final CountDownLatch measuring = new CountDownLatch(1);
    private int most;

    @Override
    public void phaseStarted(Phase phase, Instant instant) {
      at.put(phase, instant);
      if (phase == Phase.MEASUREMENT) {
        measuring.countDown();
      }
    }

    @Override
    public void progress(Progress progress) {
      most = Math.max(most, progress.users());
    }
  }
}
