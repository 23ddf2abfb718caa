package tasktracker.load.scenario.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;

@Timeout(60)
class BadRequestsTest {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  @Test
  void notesEveryFailedAndEverySlowRequestOfTheMeasurement() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    BadRequests bad = new BadRequests(LIMIT);
    ClockKeeper keeper = new ClockKeeper();
    LoadResult result;
    try (ScriptedServer server =
        new ScriptedServer(exchange -> {
          int number = requests.incrementAndGet();
          if (number % 10 == 0) {
            exchange.respond("503 Service Unavailable", "");
          } else {
            if (number == 25) {
              Thread.sleep(LIMIT.plusMillis(50));
            }
            exchange.ok("{}");
          }
        })) {
      LoadPlan plan =
          LoadPlan.of(
                  server.uri(),
                  bad.of(Scenario.of("reader", _ -> new Reader())),
                  new ClosedModel(2, 1_000, ThinkTime.parse("2ms")))
              .withWarmUp(Duration.ZERO)
              .withMeasurement(Duration.ofSeconds(2));
      result = new LoadTest(plan).run(keeper);
    }

    var moments = bad.moments(keeper.clock);

    assertThat(moments.stream().filter(BadRequests.Moment::failed))
        .hasSizeBetween((int) result.aggregated().failures(), requests.get() / 10);
    assertThat(moments.stream().filter(moment -> !moment.failed())).isNotEmpty();
    assertThat(moments)
        .extracting(BadRequests.Moment::at)
        .allMatch(at -> at.isAfter(keeper.begun) && at.isBefore(result.end().plus(LIMIT)));
  }

  private static final class Reader implements VirtualUser {
    @Override
    public WeightedTasks tasks() {
      return WeightedTasks.of(1, Reader::read);
    }

    private static void read(Session session) {
      session.get("/").named("Read").expect(200).send();
    }
  }

  private static final class ClockKeeper implements LoadListener {
    private InstantSource clock;
    private Instant begun;

    @Override
    public void started(InstantSource source) {
      clock = source;
      begun = source.instant();
    }
  }
}
