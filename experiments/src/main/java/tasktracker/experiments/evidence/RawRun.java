package tasktracker.experiments.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.analysis.seconds.LatencyTable;
import tasktracker.results.Efficiency;
import tasktracker.results.LatencyLogReader;
import tasktracker.results.LatencyLogReader.LoggedSecond;
import tasktracker.results.Resources;
import tasktracker.results.RunResult;
import tasktracker.results.file.Lines;
import tasktracker.results.file.TextFile;

/**
 * The figures of one run as its raw data have them: counts and latencies from {@code latency.hlog},
 * means of CPU and memory from the samples.
 */
final class RawRun {
  private static final Pattern START = Pattern.compile("#\\[StartTime: (\\d{1,12}\\.\\d{1,9}) .*");

  /** Buckets of the log are a thousandth wide. */
  private static final double LATENCY = 0.003;

  private static final double CPU = 0.005;

  /** The reading at the begin of a measurement is in the mean, and not among the samples. */
  private static final double MEMORY = 0.02;

  private static final double EXACT = 1e-9;

  /** The last second of a log may be begun and not whole; a second after that is another run's. */
  private static final int BEHIND_THE_END = 2;

  /** Between the times of a run and its length, in seconds. */
  private static final double ROUNDED = 1.5;

  private final RunResult run;
  private final Path log;
  private final List<LoggedSecond> seconds;
  private final List<String> differences = new ArrayList<>();
  private int compared;

  RawRun(RunResult run, Path folder) {
    this.run = run;
    this.log = folder.resolve("latency.hlog");
    this.seconds = run.duration() == null ? List.of() : seconds();
  }

  /** All of the log, also what it has behind the end of the run. */
  private List<LoggedSecond> seconds() {
    int length = Math.toIntExact(Math.max(1, run.duration().toSeconds()));
    List<LoggedSecond> logged =
        LatencyLogReader.read(log, length + BEHIND_THE_END, differences::add);
    if (!logged.isEmpty() && latencies(List.of(logged.getLast())).total() > 0) {
      differences.add("duration_s is %d, and latency.hlog goes on behind it".formatted(length));
    }
    return logged;
  }

  private static LatencyTable.Sum latencies(List<LoggedSecond> seconds) {
    return LatencyTable.together(seconds.stream().map(LoggedSecond::latencies).toList());
  }

  /** Whether there are latencies. */
  boolean hasLatencies() {
    return !seconds.isEmpty();
  }

  /** Whether there are samples. */
  boolean hasSamples() {
    return run.resources() != null
        && run.resources().containers().values().stream()
            .anyMatch(each -> !each.samples().isEmpty());
  }

  /** How many figures were compared so far. */
  int compared() {
    return compared;
  }

  /** What differs, such as {@code throughput_rps is 600.0, and 539.1 by latency.hlog}. */
  List<String> differences() {
    if (hasLatencies() && run.figures() != null) {
      latencies();
      begin();
      length();
    }
    if (hasSamples()) {
      samples();
    }
    return differences;
  }

  private void latencies() {
    LatencyTable.Sum all = latencies(seconds);
    LatencyTable.Sum successful =
        LatencyTable.together(seconds.stream().map(LoggedSecond::successful).toList());
    double requests = all.total();
    double failures = seconds.stream().mapToLong(LoggedSecond::failures).sum();
    double length = run.duration().toNanos() / 1e9;
    var figures = run.figures();
    String by = "latency.hlog";
    compare("total_requests", number(figures.totalRequests()), requests, EXACT, by);
    compare("total_failures", number(figures.totalFailures()), failures, EXACT, by);
    compare("throughput_rps", figures.throughput(), requests / length, EXACT, by);
    compare("goodput_rps", addition("goodput_rps"), (requests - failures) / length, EXACT, by);
    if (requests > 0) {
      compare("error_rate", figures.errorRate(), 100 * failures / requests, EXACT, by);
      compare("latency_p50_ms", figures.latency().p50(), all.percentileMs(50), LATENCY, by);
      compare("latency_p95_ms", figures.latency().p95(), all.percentileMs(95), LATENCY, by);
      compare("latency_p99_ms", figures.latency().p99(), all.percentileMs(99), LATENCY, by);
      compare("latency_avg_ms", figures.latency().avg(), all.meanMs(), LATENCY, by);
      compare("latency_max_ms", figures.latency().max(), all.percentileMs(100), LATENCY, by);
    }
    if (requests > failures) {
      for (int percent : List.of(50, 95, 99)) {
        String key = "successful_latency_p%d_ms".formatted(percent);
        compare(key, addition(key), successful.percentileMs(percent), LATENCY, by);
      }
    }
  }

  /** A log that begins at another time is that of another run. */
  private void begin() {
    Optional<Double> logged = startOfLog();
    if (logged.isPresent() && run.start() != null) {
      Instant start = run.start();
      double recorded = start.getEpochSecond() + start.getNano() / 1e9;
      compared++;
      if (Math.abs(logged.get() - recorded) > 1) {
        differences.add(
            "start_ts is %s, and %s by latency.hlog"
                .formatted(start, Instant.ofEpochMilli(Math.round(1000 * logged.get()))));
      }
    }
  }

  /** Times of begin and end that are not as far apart as the run is long. */
  private void length() {
    if (run.start() != null && run.end() != null) {
      double between = Duration.between(run.start(), run.end()).toNanos() / 1e9;
      double length = run.duration().toNanos() / 1e9;
      compared++;
      if (Math.abs(between - length) > ROUNDED) {
        differences.add(
            "duration_s is %s, and %s from start_ts to end_ts".formatted(length, between));
      }
    }
  }

  private Optional<Double> startOfLog() {
    try (Lines lines = TextFile.lines(log)) {
      for (int i = 0; i < 5; i++) {
        Optional<Lines.Line> line = lines.next();
        Matcher start = START.matcher(line.map(Lines.Line::text).orElse(""));
        if (start.matches()) {
          return Optional.of(Double.valueOf(start.group(1)));
        }
      }
      return Optional.empty();
    }
  }

  private void samples() {
    Map<String, Resources.Container> containers = run.resources().containers();
    containers.forEach((name, container) -> {
      if (container.summary() != null && !container.samples().isEmpty()) {
        compare(
            name + ": avg_cpu_percent",
            container.summary().avgCpuPercent(),
            meanCpu(container),
            CPU,
            "its samples");
        compare(
            name + ": avg_mem_bytes",
            container.summary().avgMemBytes(),
            mean(container, sample -> number(sample.memUsageBytes())),
            MEMORY,
            "its samples");
      }
    });
    Resources.Totals totals =
        Resources.Totals.of(containers.values().stream().map(each -> each.summary()).toList());
    Resources.Totals recorded = run.resources().totals();
    if (recorded != null) {
      String by = "its instances";
      compare("total CPU", recorded.avgCpuPercent(), totals.avgCpuPercent(), EXACT, by);
      compare("total memory", recorded.avgMemBytes(), totals.avgMemBytes(), EXACT, by);
    }
    efficiency(totals);
  }

  private void efficiency(Resources.Totals totals) {
    if (run.efficiency() != null && run.figures() != null) {
      Efficiency computed = Efficiency.of(run.figures().throughput(), totals);
      String by = "throughput and totals";
      compare(
          "rps_per_cpu_unit",
          run.efficiency().throughputPerCpu(),
          computed.throughputPerCpu(),
          EXACT,
          by);
      compare(
          "rps_per_gb_mem",
          run.efficiency().throughputPerGb(),
          computed.throughputPerGb(),
          EXACT,
          by);
      compare("total_mem_gb", run.efficiency().memoryGb(), computed.memoryGb(), EXACT, by);
    }
  }

  /** Each sample covers the time since the one before; the first one that since the begin. */
  private Double meanCpu(Resources.Container container) {
    double sum = 0;
    double time = 0;
    Instant before = run.start();
    for (Resources.Sample sample : container.samples()) {
      if (before == null || sample.timestamp() == null || sample.cpuPercent() == null) {
        return null;
      }
      double length = Duration.between(before, sample.timestamp()).toNanos() / 1e9;
      sum += sample.cpuPercent() * length;
      time += length;
      before = sample.timestamp();
    }
    return time > 0 ? sum / time : null;
  }

  private static Double mean(
      Resources.Container container, ToDoubleFunction<Resources.Sample> figure) {
    double mean = container.samples().stream().mapToDouble(figure).average().orElse(Double.NaN);
    return Double.isNaN(mean) ? null : mean;
  }

  private void compare(
      String figure, Double recorded, Double computed, double tolerance, String by) {
    if (recorded == null || computed == null || Double.isNaN(recorded) || computed.isNaN()) {
      return;
    }
    compared++;
    double most = tolerance * Math.max(Math.abs(recorded), Math.abs(computed));
    if (Double.isInfinite(computed) || Math.abs(recorded - computed) > most + EXACT) {
      differences.add("%s is %s, and %s by %s".formatted(figure, recorded, computed, by));
    }
  }

  private Double addition(String key) {
    return run.addition(key, Double.class).orElse(null);
  }

  private static double number(Long count) {
    return count == null ? Double.NaN : count;
  }
}
