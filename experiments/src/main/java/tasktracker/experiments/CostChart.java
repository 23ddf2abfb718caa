package tasktracker.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.Second;
import tasktracker.report.Chart;
import tasktracker.results.Resources;

/** The chart of the CPU time per request from the first user to the end of the measurement. */
final class CostChart {
  private static final String STACK = "whole stack";
  private static final int MOST_LINES = 9;

  private CostChart() {}

  /**
   * The chart; empty where nobody counted CPU time.
   *
   * @param warmUp the seconds of a warm-up that the run shares with others, if it comes first
   * @param before the seconds from the first user of the run to its measurement
   * @param resources of the measurement, sampled once a second
   */
  static List<Chart> of(
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
    int begin = -warmUp.size() - before.size();
    Chart.Panel panel =
        new Chart.Panel(
            "CPU time per request (ms)",
            0,
            lines.entrySet().stream()
                .limit(MOST_LINES)
                .map(line -> line(line.getKey(), begin, line.getValue()))
                .toList(),
            List.of(),
            spans(warmUp, before));
    return List.of(
        new Chart(
            "CPU time per request",
            load.plan().model().toString(),
            "Seconds since the begin of the measurement",
            List.of(panel),
            List.of()));
  }

  private static Chart.Line line(String name, int begin, List<Double> figures) {
    return new Chart.Line(
        name,
        IntStream.range(0, figures.size())
            .mapToObj(i -> new Chart.Point(begin + i, figures.get(i)))
            .toList(),
        List.of());
  }

  /** What comes before the measurement. */
  private static List<Chart.Span> spans(
      List<RequestCosts.Cost> warmUp, List<RequestCosts.Cost> before) {
    if (warmUp.isEmpty()) {
      return before.isEmpty() ? List.of() : List.of(new Chart.Span(-before.size(), 0, "warm-up"));
    }
    return List.of(
        new Chart.Span(-warmUp.size() - before.size(), -before.size(), "warm-up"),
        new Chart.Span(-before.size(), 0, "settling", true));
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
