package tasktracker.analysis.seconds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import tasktracker.analysis.estimate.MovingBlocks;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.FailedRequests;

/** The figures of a run as they might as well have been, from resamples of its seconds. */
public final class ResampledRun {
  private static final double BYTES_PER_GB = 1024.0 * 1024 * 1024;
  private static final int FEWEST_SECONDS = 5;

  /** Of 8 bytes each. */
  private static final long MOST_CELLS = 50_000_000;

  private final List<RunSecond> seconds;
  private final long[] requests;
  private final LatencyTable latencies;

  private ResampledRun(List<RunSecond> seconds) {
    this.seconds = seconds;
    this.requests = seconds.stream().mapToLong(RunSecond::requests).toArray();
    this.latencies = new LatencyTable(compared(seconds));
  }

  private static List<SortedMap<Long, Long>> compared(List<RunSecond> seconds) {
    return seconds.stream()
        .map(areOfSuccesses(seconds) ? RunSecond::successful : RunSecond::latencies)
        .toList();
  }

  /** Whether so many requests failed that latencies are those of the others alone. */
  public static boolean areOfSuccesses(List<RunSecond> seconds) {
    long requests = seconds.stream().mapToLong(RunSecond::requests).sum();
    long failures = seconds.stream().mapToLong(RunSecond::failures).sum();
    return 100.0 * failures > FailedRequests.SUCCESSES_ALONE_ABOVE * requests;
  }

  /**
   * A percentile of the latencies of the requests that succeeded, in milliseconds; empty where none
   * did.
   */
  public static OptionalDouble successfulPercentileMs(List<RunSecond> seconds, double percent) {
    LatencyTable.Sum sum =
        LatencyTable.together(seconds.stream().map(RunSecond::successful).toList());
    return sum.total() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum.percentileMs(percent));
  }

  /**
   * Figures of so many resamples by metric. Empty where there are too few seconds, or so many that
   * their table would not fit into memory; a metric that some resample lacks is left out.
   */
  public static Map<ComparedMetric, List<Double>> of(
      List<RunSecond> seconds, int resamples, long seed) {
    Map<ComparedMetric, List<Double>> figures = new EnumMap<>(ComparedMetric.class);
    if (seconds.size() < FEWEST_SECONDS || LatencyTable.cells(compared(seconds)) > MOST_CELLS) {
      return figures;
    }
    ResampledRun run = new ResampledRun(seconds);
    MovingBlocks blocks = MovingBlocks.of(seconds.size());
    Random random = new Random(seed);
    for (int i = 0; i < resamples; i++) {
      run.figures(blocks.draw(random))
          .forEach((metric, value) ->
              figures.computeIfAbsent(metric, _ -> new ArrayList<>()).add(value));
    }
    figures
        .values()
        .removeIf(
            values -> values.size() < resamples || !values.stream().allMatch(Double::isFinite));
    return figures;
  }

  /** Figures of these seconds as they are; empty without requests. */
  public static Map<ComparedMetric, Double> figuresOf(List<RunSecond> seconds) {
    return new ResampledRun(seconds).figures(IntStream.range(0, seconds.size()).toArray());
  }

  private Map<ComparedMetric, Double> figures(int[] places) {
    Map<ComparedMetric, Double> figures = new EnumMap<>(ComparedMetric.class);
    long requests = requests(places);
    if (requests == 0) {
      return figures;
    }
    double throughput = (double) requests / places.length;
    figures.put(ComparedMetric.THROUGHPUT, throughput);
    LatencyTable.Sum sum = latencies.sum(places);
    if (sum.total() > 0) {
      figures.put(ComparedMetric.P50, sum.percentileMs(50));
      figures.put(ComparedMetric.P95, sum.percentileMs(95));
      figures.put(ComparedMetric.P99, sum.percentileMs(99));
    }
    figures.put(ComparedMetric.ERROR_RATE, 100.0 * failures(places) / requests);
    Double cpu = mean(places, true);
    if (cpu != null) {
      figures.put(ComparedMetric.CPU_PER_REQUEST, 10 * cpu / throughput);
      figures.put(ComparedMetric.REQUESTS_PER_VCPU, 100 * throughput / cpu);
    }
    Double memory = mean(places, false);
    if (memory != null) {
      figures.put(ComparedMetric.MEMORY, memory / BYTES_PER_GB);
      figures.put(ComparedMetric.REQUESTS_PER_GB, throughput * BYTES_PER_GB / memory);
    }
    return figures;
  }

  private long requests(int[] places) {
    long sum = 0;
    for (int place : places) {
      sum += requests[place];
    }
    return sum;
  }

  private long failures(int[] places) {
    long failures = 0;
    for (int place : places) {
      failures += seconds.get(place).failures();
    }
    return failures;
  }

  /** Mean CPU or memory; null where a second lacks it. */
  private Double mean(int[] places, boolean cpu) {
    double sum = 0;
    for (int place : places) {
      RunSecond second = seconds.get(place);
      Double value = cpu ? second.cpuPercent() : second.memoryBytes();
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return sum / places.length;
  }
}
