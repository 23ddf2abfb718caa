package tasktracker.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadShare;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.Rendezvous;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.scenario.Scenario;

/** Somebody logs in beside a load, on its seconds and outside its totals. */
@Timeout(60)
class LogInScenarioTest {
  private final InMemoryTaskTracker tracker = new InMemoryTaskTracker();

  @Test
  void isBesideTheLoadAndInNoneOfItsTotals() throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    Script script =
        exchange -> {
          if (broken.get() && exchange.requestLine().contains("/auth/login")) {
            exchange.respond("503 Service Unavailable", "{}");
          } else {
            tracker.answer(exchange);
          }
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      Rendezvous rendezvous = new Rendezvous(2);
      CompletableFuture<LoadResult> probe =
          CompletableFuture.supplyAsync(
              () -> run(server, new LogInScenario(), 1, rendezvous, LoadListener.NONE));
      LoadResult load =
          run(
              server,
              new TaskTrackerScenario(5),
              4,
              rendezvous,
              new LoadListener() {
                @Override
                public void phaseStarted(Phase phase, Instant at) {
                  broken.compareAndSet(false, phase == Phase.MEASUREMENT);
                }
              });

      assertBeside(load, probe.get());
    }
  }

  private static void assertBeside(LoadResult load, LoadResult probe) {
    LoadResult both = load.beside(probe);
    assertThat(Duration.between(load.start(), probe.start()).abs())
        .isLessThan(Duration.ofMillis(5));
    assertThat(both.aggregated()).isEqualTo(load.aggregated());
    assertThat(both.aggregated().failures()).isZero();
    EndpointStatistics logIns =
        both.recording().endpoints().stream()
            .filter(each -> each.endpoint().name().equals("[Auth] Login"))
            .findFirst()
            .orElseThrow();
    assertThat(logIns.requests()).isPositive().isEqualTo(logIns.failures());
    assertThat(both.recording().endpoints()).hasSize(load.recording().endpoints().size() + 1);
    assertThat(both.recording().seconds())
        .hasSize(2)
        .allSatisfy(second ->
            assertThat(second.endpoints())
                .anyMatch(each -> each.endpoint().equals(logIns.endpoint())))
        .extracting(second -> second.aggregated())
        .isEqualTo(load.recording().seconds().stream().map(second -> second.aggregated()).toList());
    assertThat(both.recording().failures()).hasSize(1);
  }

  private static LoadResult run(
      ScriptedServer server,
      Scenario scenario,
      int users,
      Rendezvous rendezvous,
      LoadListener listener) {
    LoadPlan plan =
        LoadPlan.of(
                server.uri(),
                scenario,
                new ClosedModel(users, 100, new ThinkTime.Constant(Duration.ofMillis(50))))
            .withWarmUp(Duration.ofMillis(500))
            .withMeasurement(Duration.ofSeconds(2));
    try {
      return new LoadTest(plan, LoadShare.WHOLE, rendezvous).run(listener);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
