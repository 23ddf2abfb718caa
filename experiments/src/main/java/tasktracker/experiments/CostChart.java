package tasktracker.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.Second;
import tasktracker.report.load.TimeChart;
import tasktracker.results.Resources;

/** The chart of the CPU time per request from the first user to the end of the measurement. */
final class CostChart {
  private static final String STACK = "whole stack";

  private CostChart() {}

  /**
   * The chart; empty where nobody counted CPU time.
   *
   * @param warmUp the seconds of a warm-up that the run shares with others, if it comes first
   * @param before the seconds from the first user of the run to its measurement
   * @param resources of the measurement, sampled once a second
   */
  static List<TimeChart> of(
      List<RequestCosts.Cost> warmUp,
      List<RequestCosts.Cost> before,
      LoadResult load,
      Optional<Resources> resources) {
    List<RequestCosts.Cost> all = new ArrayList<>(warmUp);
    all.addAll(before);
    resources.ifPresent(used -> all.addAll(measured(load, used)));
    Set<String> instances = new LinkedHashSet<>();
    all.forEach(cost -> instances.addAll(cost.cpu().keySet()));
    if (instances.isEmpty()) {
      return List.of();
    }
    Map<String, List<Double>> lines = new LinkedHashMap<>();
    lines.put(STACK, all.stream().map(cost -> cost.perRequest(instances.size())).toList());
    if (instances.size() > 1) {
      for (String service : services(instances)) {
        lines.put(service, all.stream().map(cost -> cost.of(service).perRequest(1)).toList());
      }
    }
    return List.of(
        new TimeChart(
            "CPU time per request",
            "ms",
            warmUp.size() + before.size(),
            lines,
            marks(warmUp, before)));
  }

  private static Map<String, Integer> marks(
      List<RequestCosts.Cost> warmUp, List<RequestCosts.Cost> before) {
    if (!warmUp.isEmpty()) {
      return Map.of("end of the warm-up", -before.size(), "measurement", 0);
    }
    return before.isEmpty() ? Map.of() : Map.of("measurement", 0);
  }

  private static Set<String> services(Set<String> instances) {
    Set<String> services = new LinkedHashSet<>();
    instances.forEach(instance -> services.add(Resources.serviceOf(instance)));
    return services;
  }

  private static List<RequestCosts.Cost> measured(LoadResult load, Resources resources) {
    List<Second> seconds = load.recording().seconds();
    List<RequestCosts.Cost> costs = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      Map<String, Double> cpu = new LinkedHashMap<>();
      for (var each : resources.containers().entrySet()) {
        List<Resources.Sample> samples = each.getValue().samples();
        Double percent = samples.size() == seconds.size() ? samples.get(i).cpuPercent() : null;
        if (percent != null) {
          cpu.put(each.getKey(), 10 * percent);
        }
      }
      Second second = seconds.get(i);
      costs.add(new RequestCosts.Cost(second.aggregated().requestsPerSecond(second.length()), cpu));
    }
    return costs;
  }
}
