package tasktracker.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.Progress;
import tasktracker.results.Resources;
import tasktracker.stack.resource.Usage;
import tasktracker.stack.resource.UsageSource;

/**
 * The CPU time of a stack per request, second by second: its counters are read when the generator
 * tells of a second. Used by one thread.
 */
final class RequestCosts {
  private static final double NANOS_PER_MS = 1e6;

  private final Optional<UsageSource> source;
  private final List<Cost> costs = new ArrayList<>();
  private Map<String, Usage> before = Map.of();
  private long readAt;

  /**
   * One second.
   *
   * @param requests per second that ended in it
   * @param cpu milliseconds of CPU time for each second, by instance; without those of which
   *     nothing is known
   */
  record Cost(double requests, Map<String, Double> cpu) {

    /** Milliseconds of all instances per request; NaN where one is missing. */
    double perRequest(int instances) {
      return instances == 0 || cpu.size() < instances || requests == 0
          ? Double.NaN
          : cpu.values().stream().mapToDouble(Double::doubleValue).sum() / requests;
    }

    /** The instances of a service alone. */
    Cost of(String service) {
      Map<String, Double> own = new LinkedHashMap<>(cpu);
      own.keySet().removeIf(instance -> !Resources.serviceOf(instance).equals(service));
      return new Cost(requests, own);
    }
  }

  RequestCosts(Optional<UsageSource> source) {
    this.source = source;
  }

  /** Takes another second and returns the milliseconds per request in it; NaN if not known. */
  double second(Progress progress) {
    if (source.isEmpty()) {
      return Double.NaN;
    }
    long now = System.nanoTime();
    Map<String, Usage> usages = source.get().read();
    Map<String, Double> cpu = new LinkedHashMap<>();
    if (!before.isEmpty()) {
      usages.forEach((instance, usage) -> {
        Double used = used(before.get(instance), usage);
        if (used != null) {
          cpu.put(instance, used * 1e9 / (now - readAt));
        }
      });
    }
    before = usages;
    readAt = now;
    costs.add(new Cost(progress.requestsPerSecond(), cpu));
    return costs.getLast().perRequest(source.get().instances().size());
  }

  /** CPU time of all instances in the latest second, in milliseconds; NaN if not known. */
  double latestCpuMs() {
    return costs.isEmpty() || costs.getLast().cpu().isEmpty()
        ? Double.NaN
        : costs.getLast().cpu().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Milliseconds between two readings of the same process; null where there are none. */
  private static Double used(Usage from, Usage to) {
    if (from == null || from.process() != to.process() || from.cpu() == null || to.cpu() == null) {
      return null;
    }
    Duration used = to.cpu().minus(from.cpu());
    return used.isNegative() ? null : (Double) (used.toNanos() / NANOS_PER_MS);
  }

  /** All seconds so far. */
  List<Cost> all() {
    return List.copyOf(costs);
  }
}
