import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.Session;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.scenario.WeightedTasks;
import tasktracker.workload.TaskTrackerScenario;

/**
 * The generator under test, in a process of its own: one load test, then one line of figures.
 *
 * <p>Arguments: URL, {@code get} or {@code tasktracker}, number of users or arrivals such as {@code
 * 500/s}, seconds of warm-up, seconds of measurement, think time.
 */
final class Subject {
  static final String TOKEN = "Bearer " + "abcdefghij".repeat(20);

  private Subject() {}

  /** Sends the same GET over and over. */
  private static final class Getter implements VirtualUser {
    private final WeightedTasks tasks =
        WeightedTasks.of(1, session -> session.get("/").expect(200).send());

    @Override
    public void onStart(Session session) {
      session.header("Authorization", TOKEN);
    }

    @Override
    public WeightedTasks tasks() {
      return tasks;
    }
  }

  /** Bytes that all threads allocated within the measurement. */
  private static final class Allocation implements LoadListener {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long bytes;

    @Override
    public void phaseStarted(Phase phase, Instant at) {
      if (phase == Phase.MEASUREMENT || phase == Phase.WIND_DOWN) {
        bytes = threads.getTotalThreadAllocatedBytes() - bytes;
      }
    }
  }

  static void main(String[] arguments) throws InterruptedException {
    Scenario scenario =
        arguments[1].equals("get")
            ? Scenario.of("get", _ -> new Getter())
            : new TaskTrackerScenario(TaskTrackerScenario.DEFAULT_WORKING_SET);
    LoadPlan plan =
        LoadPlan.of(URI.create(arguments[0]), scenario, model(arguments[2], arguments[5]))
            .withWarmUp(Duration.ofSeconds(Long.parseLong(arguments[3])))
            .withMeasurement(Duration.ofSeconds(Long.parseLong(arguments[4])));
    Allocation allocation = new Allocation();
    print(new LoadTest(plan).run(allocation), allocation);
  }

  private static LoadModel model(String text, String thinkTime) {
    if (text.endsWith("/s")) {
      return new OpenModel(Arrivals.parse(text), 2_000);
    }
    int users = Integer.parseInt(text);
    return new ClosedModel(users, Math.clamp(users, 100, 2_000), ThinkTime.parse(thinkTime));
  }

  private static void print(LoadResult result, Allocation allocation) {
    var all = result.aggregated();
    System.out.printf(
        "FIGURES requests=%d failures=%d rps=%.1f p50=%d p99=%d max=%d dropped=%d"
            + " allocated=%d pause=%d delay=%d validity=%s%n",
        all.requests(),
        all.failures(),
        result.throughput(),
        micros(all.latencies().percentile(50)),
        micros(all.latencies().percentile(99)),
        micros(all.latencies().max()),
        result.dropped(),
        allocation.bytes / Math.max(1, all.requests()),
        micros(result.selfWatch().longestGcPause()),
        micros(result.selfWatch().schedulingDelay().percentile(99)),
        result.validity().verdict());
  }

  private static long micros(Optional<Duration> time) {
    return time.map(duration -> duration.toNanos() / 1_000).orElse(-1L);
  }
}
