package tasktracker.experiments.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tasktracker.load.Progress;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Second;
import tasktracker.load.watch.RunValidity;
import tasktracker.load.watch.WatchedSecond;
import tasktracker.results.Resources;
import tasktracker.results.live.LiveEvent;
import tasktracker.results.live.LiveLog;

/** The seconds of load tests, one test after the other. Not thread-safe, except for the fault. */
public final class LiveSeconds {
  private static final int LONGEST_WINDOW = 10;

  private final LiveLog log;
  private final Deque<Latencies> window = new ArrayDeque<>();
  private Instant latest = Instant.MIN;
  private String run;
  private String system = "";
  private int level;
  private volatile String fault;

  /** Seconds that go into a log. */
  public LiveSeconds(LiveLog log) {
    this.log = log;
  }

  /**
   * Another load test begins.
   *
   * @param run name of its folder; null for a load that belongs to no run
   */
  public void begin(String run, String system, int level) {
    this.run = run;
    this.system = system;
    this.level = level;
    window.clear();
    fault = null;
  }

  /** What is broken from now on, from any thread; null for nothing. */
  public void broken(String what) {
    fault = what;
  }

  /**
   * A second is over.
   *
   * @param usage what each instance used lately
   */
  public void second(Progress progress, List<Resources.Sample> usage) {
    Optional<Second> second = progress.latest().filter(each -> !each.start().equals(latest));
    second.ifPresent(each -> {
      latest = each.start();
      window.addFirst(each.aggregated().latencies());
      if (window.size() > LONGEST_WINDOW) {
        window.removeLast();
      }
    });
    Map<String, LiveEvent.Usage> services = new LinkedHashMap<>();
    for (Resources.Sample sample : usage) {
      Double cpu = sample.cpuPercent();
      services.put(
          sample.containerName(),
          new LiveEvent.Usage(cpu == null ? null : rounded(cpu), sample.memUsageBytes()));
    }
    log.append(
        new LiveEvent.Measured(
            Instant.now(),
            run,
            system,
            level,
            progress.phase().toString(),
            progress.users(),
            progress.remaining().toMillis() / 1e3,
            second.map(this::requests).orElse(null),
            services,
            progress.generator().map(each -> generator(each, progress)).orElse(null),
            fault));
  }

  private LiveEvent.Requests requests(Second second) {
    EndpointStatistics all = second.aggregated();
    Map<String, Long> errors = new LinkedHashMap<>();
    all.failuresByOutcome()
        .forEach((outcome, count) -> errors.put(outcome.name().toLowerCase(Locale.ROOT), count));
    return new LiveEvent.Requests(
        rounded(all.requestsPerSecond(second.length())),
        rounded(all.requestsPerSecond(second.length()) - all.failuresPerSecond(second.length())),
        percentile(50),
        percentile(95),
        percentile(99),
        errors,
        second.dropped());
  }

  private Double percentile(double percent) {
    Latencies sum = Latencies.NONE;
    for (Latencies each : window) {
      sum = sum.plus(each);
      Optional<Duration> found = sum.supportedPercentile(percent);
      if (found.isPresent()) {
        return millis(found.get());
      }
    }
    return null;
  }

  private static LiveEvent.Generator generator(WatchedSecond second, Progress progress) {
    OptionalDouble cpu = second.cpu();
    return new LiveEvent.Generator(
        cpu.isPresent() ? rounded(cpu.getAsDouble() / second.cores()) : null,
        second.schedulingDelay().percentile(99).map(LiveSeconds::millis).orElse(null),
        millis(second.longestGcPause()),
        RunValidity.ofSecond(second, progress.latencies()).reasons());
  }

  private static double millis(Duration time) {
    return rounded(time.toNanos() / 1e6);
  }

  /** Three decimals are more than anybody sees. */
  private static double rounded(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
