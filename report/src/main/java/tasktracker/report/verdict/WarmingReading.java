package tasktracker.report.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.analysis.seconds.WarmingSeries;
import tasktracker.analysis.seconds.WarmingThresholds;
import tasktracker.analysis.seconds.WarmingTrend;
import tasktracker.results.Resources;

/**
 * Makes the series by which a measurement is judged for warm-up: throughput, mean latency, and the
 * CPU time per request of the stack and of each service that takes a share of it worth judging.
 * Samples of any interval are taken; shorter ones than a second are put together.
 */
public final class WarmingReading {
  private static final double SHORTEST_SECONDS = 0.95;

  private final List<Double> requests;
  private final Resources resources;
  private final Instant start;

  private WarmingReading(List<Double> requests, Resources resources, Instant start) {
    this.requests = requests;
    this.resources = resources;
    this.start = start;
  }

  /** CPU time between two moments, in seconds since the begin of the measurement. */
  private record Slice(double begin, double end, double cpuMs) {}

  /**
   * Judges a measurement.
   *
   * @param requests of each whole second
   * @param latenciesMs mean of each, NaN without requests
   * @param arrivalsAreGiven whether an open model decides the throughput
   * @param resources what the instances used; null where nobody looked
   * @param start begin of the measurement; null where it is not known
   */
  public static WarmingTrend judge(
      List<Double> requests,
      List<Double> latenciesMs,
      boolean arrivalsAreGiven,
      Resources resources,
      Instant start) {
    List<WarmingSeries> series = new ArrayList<>();
    if (resources != null && start != null) {
      series.addAll(new WarmingReading(requests, resources, start).cpu());
    }
    if (!arrivalsAreGiven) {
      series.add(WarmingSeries.throughput(requests));
    }
    series.add(WarmingSeries.latency(latenciesMs));
    return WarmingTrend.of(series);
  }

  private List<WarmingSeries> cpu() {
    Map<String, List<Slice>> services = new LinkedHashMap<>();
    for (var each : resources.containers().entrySet()) {
      List<Slice> slices = slices(each.getValue().samples());
      if (slices.isEmpty()) {
        // A total without one of its parts is none.
        return List.of();
      }
      services.merge(Resources.serviceOf(each.getKey()), slices, WarmingReading::together);
    }
    List<Slice> stack =
        services.values().stream().reduce(WarmingReading::together).orElse(List.of());
    if (stack.isEmpty() || services.containsValue(List.<Slice>of())) {
      return List.of();
    }
    double all = sum(stack);
    List<WarmingSeries> series = new ArrayList<>();
    series.add(WarmingSeries.cpu(perRequest(stack)));
    if (services.size() > 1) {
      services.forEach((service, slices) -> {
        if (sum(slices) >= WarmingThresholds.DEFAULT.leastShareOfService() * all) {
          series.add(WarmingSeries.cpuOf(service, perRequest(slices)));
        }
      });
    }
    return series;
  }

  /** Empty where a sample is missing. */
  private List<Slice> slices(List<Resources.Sample> samples) {
    List<Slice> slices = new ArrayList<>();
    double begin = 0;
    double before = 0;
    double cpu = 0;
    for (Resources.Sample sample : samples) {
      if (sample.cpuPercent() == null || sample.timestamp() == null) {
        return List.of();
      }
      double end =
          Math.clamp(seconds(Duration.between(start, sample.timestamp())), before, requests.size());
      cpu += 10 * sample.cpuPercent() * (end - before);
      before = end;
      if (end - begin >= SHORTEST_SECONDS) {
        slices.add(new Slice(begin, end, cpu));
        begin = end;
        cpu = 0;
      }
    }
    return slices;
  }

  /** Sums of what was sampled in the same rounds; nothing where the rounds differ. */
  private static List<Slice> together(List<Slice> ones, List<Slice> others) {
    if (ones.size() != others.size()) {
      return List.of();
    }
    List<Slice> sums = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      Slice one = ones.get(i);
      sums.add(new Slice(one.begin(), one.end(), one.cpuMs() + others.get(i).cpuMs()));
    }
    return sums;
  }

  private static double sum(List<Slice> slices) {
    return slices.stream().mapToDouble(Slice::cpuMs).sum();
  }

  /** NaN where there was no request. */
  private List<Double> perRequest(List<Slice> slices) {
    return slices.stream()
        .map(slice -> {
          double count = requestsUntil(slice.end()) - requestsUntil(slice.begin());
          return count > 0 ? slice.cpuMs() / count : Double.NaN;
        })
        .toList();
  }

  private double requestsUntil(double second) {
    int whole = (int) Math.floor(second);
    double sum = requests.subList(0, whole).stream().mapToDouble(Double::doubleValue).sum();
    return whole < requests.size() ? sum + (second - whole) * requests.get(whole) : sum;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
